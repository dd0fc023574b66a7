import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

import { describe, expect, test } from "vitest";

import { MINUTE } from "../../src/base/day.ts";
import { getSetting, listSettings, readConfig, setSetting, strayKeys } from "../../src/store/config-file.ts";
import { failureOf } from "./failures.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

function configWith(content: string): string {
  const folder = scratchFolder();
  writeFiles(folder, { "config.json": content });
  return join(folder, "config.json");
}

describe("a configuration", () => {
  test("has the documented defaults without a file", () => {
    expect(readConfig(join(scratchFolder(), "config.json"))).toEqual({
      lang: null,
      decks: [],
      newPerDay: 20,
      reviewsPerDay: 200,
      retention: 0.9,
      rollover: 4,
      grades: 4,
      learningSteps: [MINUTE, 10 * MINUTE],
      relearningSteps: [10 * MINUTE],
      learnAhead: 20 * MINUTE,
      weights: null,
      theme: "auto",
      ambiguousWidth: "narrow",
      editor: null,
    });
  });

  test("has its defaults where there is a file in place of its folder", () => {
    const file = configWith("{}");
    expect(readConfig(join(file, "config.json"))).toHaveProperty("rollover", 4);
  });

  test.each([
    ["lang", "zh", "zh"],
    ["newPerDay", "0", 0],
    ["reviewsPerDay", "9999", 9999],
    ["retention", "0.85", 0.85],
    ["rollover", "23", 23],
    ["grades", "2", 2],
    ["learningSteps", "5m, 1h,1d", [5 * MINUTE, 60 * MINUTE, 24 * 60 * MINUTE]],
    ["relearningSteps", "", []],
    ["learnAhead", "0m", 0],
    ["theme", "dark", "dark"],
  ])("holds %s = %s after it was set", (key, value, expected) => {
    const file = join(scratchFolder(), "deep", "config.json");
    setSetting(file, key, value);
    expect(readConfig(file)).toHaveProperty(key, expected);
  });

  test("holds the call of an editor, commas and all", () => {
    const file = join(scratchFolder(), "config.json");
    setSetting(file, "editor", "vim -c 'set nu,wrap'");
    expect(readConfig(file).editor).toBe("vim -c 'set nu,wrap'");
  });

  test("holds 21 weights", () => {
    const file = join(scratchFolder(), "config.json");
    const weights = Array.from({ length: 21 }, (_, index) => index / 10);
    setSetting(file, "weights", weights.join(","));
    expect(readConfig(file).weights).toEqual(weights);
  });

  test.each([
    ["lang", "fr", ["zh", "en"]],
    ["newPerDay", "-1", ["0-9999"]],
    ["newPerDay", "1.5", ["0-9999"]],
    ["newPerDay", "1,2", ["0-9999"]],
    ["newPerDay", "", ["0-9999"]],
    ["retention", "1", ["0.7-0.99"]],
    ["rollover", "24", ["0-23"]],
    ["grades", "3", ["2", "4"]],
    ["learningSteps", "0m", ["10m", "1m,10m", "10m,1h,1d"]],
    ["learnAhead", "soon", ["20m", "1h"]],
    ["weights", "1,2,3", ["w0,w1,...,w20"]],
    ["theme", "pink", ["auto", "dark", "light", "mono", "contrast"]],
    ["ambiguousWidth", "3", ["narrow", "wide"]],
  ])("refuses %s = %s and tells what is allowed", (key, value, allowed) => {
    const file = join(scratchFolder(), "config.json");
    expect(failureOf(() => setSetting(file, key, value))).toEqual({
      code: "config-value",
      data: { key, value, allowed, file: null },
    });
  });

  test("refuses a key that doesn't exist and tells those that do", () => {
    const file = join(scratchFolder(), "config.json");
    const facts = failureOf(() => setSetting(file, "newperday", "3"));
    expect(facts).toMatchObject({ code: "config-key", data: { key: "newperday" } });
    expect(facts).toHaveProperty("data.allowed", expect.arrayContaining(["newPerDay", "theme"]));
    expect(failureOf(() => getSetting(file, "constructor"))).toHaveProperty("code", "config-key");
  });

  test("forgets a key that is set to its default", () => {
    const file = join(scratchFolder(), "config.json");
    setSetting(file, "newPerDay", "5");
    expect(setSetting(file, "newPerDay", "default")).toEqual({
      key: "newPerDay",
      value: "20",
      origin: "default",
    });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({});
  });

  test("lists every key as it would be set", () => {
    const file = configWith('{"learningSteps":["60m","48h"],"decks":["a,b","c"]}');
    const listed = Object.fromEntries(listSettings(file).map(({ key, value }) => [key, value]));
    expect(listed).toMatchObject({
      learningSteps: "1h,2d",
      relearningSteps: "10m",
      lang: "",
      retention: "0.9",
    });
    expect(getSetting(file, "decks")).toEqual({ key: "decks", value: "a,b,c", origin: "file" });
  });

  test("keeps a deck by where it was when it was set", () => {
    const file = join(scratchFolder(), "config.json");
    setSetting(file, "decks", "test/store,~");
    expect(readConfig(file).decks).toEqual([resolve("test/store"), homedir()]);
  });

  test("refuses a deck that isn't there, and stays as it was", () => {
    const file = configWith('{"rollover":5}');
    expect(failureOf(() => setSetting(file, "decks", "test/store,test/nowhere"))).toEqual({
      code: "deck-missing",
      data: { path: "test/nowhere" },
    });
    expect(readFileSync(file, "utf8")).toBe('{"rollover":5}');
  });

  test("leaves keys alone that it doesn't know, and tells them", () => {
    const file = configWith('{"colour":"red","rollover":5}');
    expect(readConfig(file).rollover).toBe(5);
    expect(strayKeys(file)).toEqual(["colour"]);
    setSetting(file, "rollover", "6");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ colour: "red", rollover: 6 });
  });

  test("names the file that holds a bad value", () => {
    const file = configWith('{"rollover":99}');
    expect(failureOf(() => readConfig(file))).toHaveProperty("data.file", file);
  });

  test("that can't be read is told as that, not as one that can't be understood", () => {
    const folder = scratchFolder();
    expect(failureOf(() => readConfig(folder))).toMatchObject({
      code: "config-read",
      data: { file: folder, reason: expect.stringContaining("EISDIR") },
    });
  });

  test("has a relative deck in the file begin where the file lies", () => {
    const file = configWith('{"decks":["notes, old","~"]}');
    expect(readConfig(file).decks).toEqual([resolve(file, "..", "notes, old"), homedir()]);
  });

  test("takes lists as people type them and a byte order mark", () => {
    const file = configWith('\uFEFF{"learningSteps":"1m, 2h"}');
    expect(readConfig(file).learningSteps).toEqual([MINUTE, 120 * MINUTE]);
  });

  test.each(["", "{", "[]", "null", '"x"'])("is refused if the file holds %j", (content) => {
    const file = configWith(content);
    expect(failureOf(() => readConfig(file))).toMatchObject({ code: "config-broken", data: { file } });
  });

  test.each([
    ['{"rollover":99}', "config-value"],
    ['{"rollover":{}}', "config-value"],
    ['{"lang":null}', "config-value"],
  ])("refuses what is wrong in the file: %s", (content, code) => {
    const file = configWith(content);
    expect(failureOf(() => readConfig(file))).toHaveProperty("code", code);
  });

  test("says so if its folder can't be written", () => {
    expect(failureOf(() => setSetting("/proc/sluice/config.json", "grades", "2"))).toMatchObject({
      code: "config-write",
      data: { file: "/proc/sluice/config.json" },
    });
  });

  test("stays where a link leads", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "dotfiles"));
    writeFileSync(join(folder, "dotfiles", "sluice.json"), "{}");
    symlinkSync(join("dotfiles", "sluice.json"), join(folder, "config.json"));
    setSetting(join(folder, "config.json"), "grades", "2");
    expect(readFileSync(join(folder, "dotfiles", "sluice.json"), "utf8")).toBe('{\n  "grades": 2\n}\n');
  });
});

import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { replay } from "../../src/history/replay.ts";
import { readJournal } from "../../src/store/journal-part.ts";
import { placesBelow } from "../../src/store/places.ts";
import { openStore, readHistory } from "../../src/store/store.ts";
import { after, journal, rated } from "../history/builders.ts";
import { failureOf } from "./failures.ts";
import { scratchFolder, scratchPlaces, writeFiles } from "./scratch.ts";
import { append, journalOf, textOf, THREE, warningsOf } from "./sittings.ts";

describe("a torn last line", () => {
  test("is told, cut off by the next write, and kept aside", () => {
    const places = scratchPlaces();
    const events = append(places, THREE);
    const file = journalOf(places);
    appendFileSync(file, '{"v":1,"id":"');
    expect(warningsOf(places)).toEqual(["line-torn"]);
    const store = openStore(places);
    expect(store.warnings()).toEqual([{ kind: "line-torn", file, bytes: 13 }]);
    const more = store.append([rated("c", "good", after(20))]);
    store.close();
    expect(readJournal(file)).toMatchObject({ events: [...events, ...more], broken: [] });
    expect(warningsOf(places)).toEqual([]);
    const [kept = ""] = readdirSync(places.backups);
    expect(readFileSync(join(places.backups, kept), "utf8")).toBe('{"v":1,"id":"');
  });

  test("of another device is waited for", () => {
    const places = scratchPlaces();
    const events = journal(THREE, "a1");
    const text = textOf(events);
    writeFiles(places.journal, { "a1.jsonl": text.slice(0, -20) });
    openStore(places).close();
    expect(readHistory(places).progress()).toEqual(replay(events.slice(0, 2)));
    writeFiles(places.journal, { "a1.jsonl": text });
    expect(readHistory(places).progress()).toEqual(replay(events));
    expect(warningsOf(places)).toEqual([]);
  });
});

describe("a store on a disk that refuses", () => {
  const child = join(import.meta.dirname, "processes", "append-until-full.ts");

  test("loses nothing that it acknowledged when the disk is full, and goes on when there is room", () => {
    const places = scratchPlaces();
    mkdirSync(places.data);
    const { stdout } = spawnSync(
      "sh",
      ["-c", `ulimit -f 20; exec "$0" "$1" "$2"`, process.execPath, child, places.data],
      {
        encoding: "utf8",
      },
    );
    const lines = stdout.trimEnd().split("\n");
    const saved = lines.flatMap((line) => (line.startsWith("saved ") ? [line.slice("saved ".length)] : []));
    expect(lines.filter((line) => !line.startsWith("saved "))).toEqual(["journal-write", "warnings: none"]);
    expect(saved.length).toBeGreaterThan(2);
    expect(
      readHistory(places)
        .events()
        .map(({ id }) => id),
    ).toEqual(saved);
    expect(warningsOf(places)).toEqual([]);
    expect(append(places, THREE)).toHaveLength(3);
    expect(readHistory(places).events()).toHaveLength(saved.length + 3);
  });

  test.each([
    ["a file is where its folder should be", "file", /^EEXIST/u],
    ["a file is where its journals should be", ".", /^EEXIST/u],
    ["a file is on the way to its folder", "file/below", /^EEXIST/u],
  ])("says so if %s", (_, below, reason) => {
    const folder = scratchFolder();
    writeFiles(folder, { file: "", journal: "" });
    const places = placesBelow(join(folder, below));
    const facts = failureOf(() => openStore(places));
    expect(facts).toMatchObject({ code: "data-folder", data: { folder: places.data } });
    expect(facts).toHaveProperty("data.reason", expect.stringMatching(reason));
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("");
  });

  test("says so if its folder can't be written, and leaves no lock behind", () => {
    for (const folder of ["/proc/sluice", "/sys/sluice"]) {
      expect(failureOf(() => openStore(placesBelow(folder)))).toMatchObject({
        code: "data-folder",
        data: { folder },
      });
    }
    const places = scratchPlaces();
    writeFiles(places.data, { devices: "" });
    expect(failureOf(() => openStore(places))).toMatchObject({ code: "data-folder" });
    expect(existsSync(places.lock)).toBe(false);
  });

  test("says so if a journal can't be read, and leaves no lock behind", () => {
    const places = scratchPlaces();
    mkdirSync(join(places.journal, "a1.jsonl"), { recursive: true });
    const journalRead = { code: "journal-read", data: { file: join(places.journal, "a1.jsonl") } };
    expect(failureOf(() => readHistory(places))).toMatchObject(journalRead);
    expect(failureOf(() => openStore(places))).toMatchObject(journalRead);
    expect(existsSync(places.lock)).toBe(false);
  });
});

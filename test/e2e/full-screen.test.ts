import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { textWidth } from "../../src/pages/text-width.ts";
import { buildProgram } from "./build.ts";
import { RealTerminal, type RunOptions } from "./real-terminal.ts";

let folder = "";
let running: RealTerminal[] = [];
beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-screen-"));
  mkdirSync(join(folder, "notes"));
  writeFileSync(
    join(folder, "notes/a.zh.md"),
    "# 状态\n\n<!-- card: s1 -->\n## barrier 是什么？\n\n数据流里的一个标记，随数据一起往下游走，把流切成一段一段的。\n\n<!-- card: s2 -->\n## 状态是什么？\n\n算子记住的东西。\n",
  );
  writeFileSync(
    join(folder, "notes/a.en.md"),
    "# State\n\n<!-- card: s1 -->\n## What is a barrier?\n\nA mark in the stream.\n\n<!-- card: s2 -->\n## What is state?\n\nWhat an operator remembers.\n",
  );
});
afterEach(() => {
  for (const terminal of running) terminal.kill();
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

function open(args: readonly string[], options: RunOptions = {}): RealTerminal {
  const terminal = new RealTerminal(
    [...args, "--data", join(folder, "data"), "--deck", join(folder, "notes")],
    options,
  );
  running.push(terminal);
  return terminal;
}

function ratings(): readonly string[] {
  const place = join(folder, "data/journal");
  return readdirSync(place)
    .flatMap((file) => readFileSync(join(place, file), "utf8").trimEnd().split("\n"))
    .filter((line) => line.includes('"card-rated"'));
}

describe("the full screen", () => {
  test("leads from home through a review to its end, and saves what was answered", async () => {
    const terminal = open(["--lang", "en"]);
    await terminal.shows("Today");
    terminal.type("\r");
    await terminal.shows("What is a barrier?");
    terminal.type(" ");
    await terminal.shows("A mark in the stream.");
    terminal.type("4");
    await terminal.shows("What is state?");
    terminal.type(" ");
    await terminal.shows("What an operator remembers.");
    terminal.type("4");
    await terminal.shows("2 answers");
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
    expect(ratings()).toHaveLength(2);
  });

  test.each([
    ["zh", 80, 24, "今天", "barrier 是什么？"],
    ["en", 120, 40, "Today", "What is a barrier?"],
    ["zh", 60, 20, "今天", "barrier 是什么？"],
  ])("keeps within its window in %s at %i × %i", async (lang, columns, rows, today, question) => {
    const terminal = open(["--lang", lang], { columns, rows });
    await terminal.shows(today);
    terminal.type("\r");
    await terminal.shows(question);
    terminal.type("?");
    await terminal.shows(lang === "zh" ? "暂停" : "suspend");
    expect(Math.max(...terminal.lines.map((line) => textWidth(line)))).toBeLessThanOrEqual(columns);
  });

  test("does what every key of its help page says", async () => {
    const terminal = open(["review", "--lang", "en"]);
    await terminal.shows("What is a barrier?");
    const told: readonly (readonly [keys: string, shown: string])[] = [
      ["i", "About this card"],
      ["\u001b", "│ What is a barrier?"],
      ["o", "❯ ## What is a barrier?"],
      ["\u001b", "│ What is a barrier?"],
      ["?", "Keys"],
      ["\u001b", "│ What is a barrier?"],
      ["l", "barrier 是什么？"],
      ["l", "What is a barrier?"],
      ["*", "What is wrong?"],
      ["outdated\r", "Flagged."],
      ["*", "Flag taken off."],
      ["-", "What is state?"],
      ["u", "What is a barrier?"],
      ["U", "What is state?"],
      ["\u001a", "What is a barrier?"],
      ["\u0019", "What is state?"],
      ["u", "What is a barrier?"],
      ["@", "What is state?"],
      ["u", "What is a barrier?"],
      [" ", "A mark in the stream."],
      ["2", "What is state?"],
      ["\u001b", "Today"],
    ];
    for (const [keys, shown] of told) {
      terminal.type(keys);
      await terminal.shows(shown);
    }
    terminal.type("q");
    expect(await terminal.ended).toBe(0);
  });

  test("follows its window", async () => {
    const terminal = open(["--lang", "zh"]);
    await terminal.shows("今天");
    terminal.type("\r");
    await terminal.shows("barrier 是什么？");
    terminal.resize(50, 15);
    terminal.type(" ");
    await terminal.shows("数据流里的一个标记");
    await terminal.fits(50);
    terminal.resize(30, 8);
    await terminal.shows("窗口太小了");
    expect(terminal.text).not.toContain("barrier");
  });

  test("says that another one has the data", async () => {
    const first = open(["review", "--lang", "en"]);
    await first.shows("What is a barrier?");
    const second = open(["--lang", "en"]);
    await second.shows("Today");
    second.type("\r");
    await second.shows("Another sluice is open");
    expect(second.text).toMatch(/process \d+/u);
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { compileFile } from "../../src/compile/compile-file.ts";
import type { CompiledFile } from "../../src/compile/compiled-file.ts";

/** `NAME.md` and what it comes to, `NAME.json`. `UPDATE=1` writes the latter anew: read it before you commit it. */
const FOLDER = new URL("fixtures/", import.meta.url);

const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -".md".length));

function compileFixture(name: string): CompiledFile {
  const text = readFileSync(new URL(`${name}.md`, FOLDER), "utf8");
  return compileFile({ path: `${name}.md`, text, role: "notes" });
}

/** Returns what a person would check of a file: the notes with their words, and the problems. */
function summaryOf({ notes, texts, problems }: CompiledFile): unknown {
  return {
    notes: notes.map(({ place, trail, ...entry }, index) => ({
      at: `${place.line}:${place.column}`,
      ...entry,
      trail: trail.join(" > "),
      ...texts[index]?.wording,
    })),
    problems: problems.map(({ code, place, data }) => ({ at: `${place.line}:${place.column}`, code, data })),
  };
}

describe("the fixtures", () => {
  test.each(NAMES)("%s compiles to what its JSON says", (name) => {
    const file = new URL(`${name}.json`, FOLDER);
    const summary = summaryOf(compileFixture(name));
    if (process.env["UPDATE"] === "1") writeFileSync(file, `${JSON.stringify(summary, null, 2)}\n`);
    expect(existsSync(file), `${name}.json is missing: run with UPDATE=1`).toBe(true);
    expect(summary).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });

  test("notes of the kind that sluice was made from give 13 cards: 6 questions and 7 chapters", () => {
    const { notes } = compileFixture("workshop-notes.zh");
    expect(notes.map((note) => note.kind).toSorted()).toEqual([
      ...Array<string>(6).fill("basic"),
      ...Array<string>(7).fill("outline"),
    ]);
  });
});

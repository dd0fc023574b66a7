import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { describe, expect, test } from "vitest";

import { addImportedNotes, importedDecks, notesFolder } from "../../src/store/imported-notes.ts";
import { scratchPlaces } from "./scratch.ts";

function note(key: string) {
  return { key, markdown: `<!-- card: ${key} kind=basic -->\n## What is ${key}?\n\n> This.` };
}

/** Adds one note to a deck and returns the files that are there afterwards. */
function filesAfter(deck: string): readonly string[] {
  const places = scratchPlaces();
  addImportedNotes(places, new Map([[deck, [note("a")]]]));
  const folder = notesFolder(places);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

describe("notes that came from elsewhere", () => {
  test.each([
    ["A", ["A/A.md", "A/README.md"]],
    ["A::B::C", ["A/B - C.md", "A/README.md"]],
    ["样例 Sample::01 基础", ["样例 Sample/01 基础.md", "样例 Sample/README.md"]],
  ])("of the deck %s stand in %j", (deck, expected) => {
    expect(filesAfter(deck)).toEqual(expected);
  });

  test.each([
    "../../evil",
    "..",
    "/etc/passwd",
    "a/../../b",
    ".hidden",
    "C:\\x",
    "con",
    "README",
    "exercises",
    "",
    "  ",
    "a\0b",
    "\u202Egpj",
    "x".repeat(500),
  ])("of a deck called %j stay in their folder, under a name that every system can have", (deck) => {
    const files = filesAfter(deck);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(file.split("/")).toHaveLength(2);
      expect(file).not.toMatch(/(?:^|\/)\.|[\p{Cc}\p{Cf}\\:*?"<>|]|\.\./u);
      expect(file.split("/")[0]).not.toMatch(/^(?:con|exercises|readme)$/iu);
      expect(Buffer.byteLength(file.split("/")[0] ?? "")).toBeLessThan(250);
    }
  });

  test("tell where they are", () => {
    const places = scratchPlaces();
    const added = addImportedNotes(places, new Map([["A::B", [note("a"), note("b")]]]));
    for (const [key, { file, line }] of added) {
      expect(readFileSync(file, "utf8").split("\n")[line - 1]).toBe(`## What is ${key}?`);
    }
    expect([...added.keys()]).toEqual(["a", "b"]);
  });

  test("are added once, behind what the learner has made of the file", () => {
    const places = scratchPlaces();
    addImportedNotes(places, new Map([["A", [note("a")]]]));
    const file = join(notesFolder(places), "A", "A.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("This.", "That."));
    expect([...addImportedNotes(places, new Map([["A", [note("a"), note("b")]]])).keys()]).toEqual(["b"]);
    expect(readFileSync(file, "utf8")).toMatch(/> That\.\n\n<!-- card: b kind=basic -->\n## What is b\?/u);
  });

  test("stay where the learner has moved them", () => {
    const places = scratchPlaces();
    mkdirSync(join(notesFolder(places), "mine"), { recursive: true });
    writeFileSync(join(notesFolder(places), "mine", "x.md"), note("a").markdown);
    expect(addImportedNotes(places, new Map([["A", [note("a")]]])).size).toBe(0);
    expect(existsSync(join(notesFolder(places), "A"))).toBe(false);
  });

  test("are added beside a folder and a link that are called like notes", () => {
    const places = scratchPlaces();
    mkdirSync(join(notesFolder(places), "mine", "old.md"), { recursive: true });
    symlinkSync("nowhere.md", join(notesFolder(places), "mine", "gone.md"));
    expect([...addImportedNotes(places, new Map([["mine", [note("a")]]])).keys()]).toEqual(["a"]);
  });

  test("fill one file after the other", () => {
    const places = scratchPlaces();
    const notes = Array.from({ length: 450 }, (_, index) => note(`n-${index}`));
    addImportedNotes(places, new Map([["A", notes.slice(0, 250)]]));
    addImportedNotes(places, new Map([["A", notes]]));
    const counts = ["A.md", "A 2.md", "A 3.md"].map(
      (name) => readFileSync(join(notesFolder(places), "A", name), "utf8").match(/<!-- card:/gu)?.length,
    );
    expect(counts).toEqual([200, 200, 50]);
  });
});

describe("the decks that came from elsewhere", () => {
  test("are the folders that are there", () => {
    const places = scratchPlaces();
    expect(importedDecks(places)).toEqual([]);
    addImportedNotes(
      places,
      new Map([
        ["B", [note("b")]],
        ["A::C", [note("a")]],
      ]),
    );
    writeFileSync(join(notesFolder(places), "loose.md"), "");
    expect(importedDecks(places)).toEqual([join(notesFolder(places), "A"), join(notesFolder(places), "B")]);
  });
});

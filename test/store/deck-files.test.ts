import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";

import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";

import { findNotes } from "../../src/store/deck-files.ts";
import { inNaturalOrder } from "../../src/store/natural-order.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

/** Makes a deck of empty files. */
function deckOf(...names: readonly string[]): string {
  const deck = join(scratchFolder(), "deck");
  writeFiles(deck, Object.fromEntries(names.map((name) => [name, ""])));
  return deck;
}

function namesIn(deck: string): readonly string[] {
  return findNotes([deck]).files.map(({ path }) => path.slice(deck.length + 1));
}

function problemsIn(deck: string): readonly string[] {
  return findNotes([deck]).problems.map(({ code, place }) => `${code} ${place.file.slice(deck.length + 1)}`);
}

describe("the notes of a folder", () => {
  test("are its Markdown files, in the order in which people name them", () => {
    const deck = deckOf(
      "10-sql.md",
      "2-state.zh.md",
      "2-state.en.md",
      "9/b.MD",
      "9/a.markdown",
      "x.txt",
      "md",
      "第10章.md",
      "第9章.md",
    );
    expect(namesIn(deck)).toEqual([
      "2-state.en.md",
      "2-state.zh.md",
      "9/a.markdown",
      "9/b.MD",
      "10-sql.md",
      "第9章.md",
      "第10章.md",
    ]);
    expect(problemsIn(deck)).toEqual([]);
  });

  test("leave out what is hidden, what tools keep and exercises", () => {
    const deck = deckOf(
      ".git/a.md",
      ".a.md",
      "node_modules/b.md",
      "exercises/c1/c.md",
      "d/exercises/c.md",
      "d/ok.md",
    );
    expect(namesIn(deck)).toEqual(["d/ok.md"]);
  });

  test("have a README that tells of the deck at the root only", () => {
    const deck = deckOf("README.md", "readme.zh.md", "part/README.md", "readmeabout.md");
    expect(findNotes([deck]).files.map(({ path, role }) => [path.slice(deck.length + 1), role])).toEqual([
      ["README.md", "readme"],
      ["part/README.md", "notes"],
      ["readme.zh.md", "readme"],
      ["readmeabout.md", "notes"],
    ]);
  });

  test("are named as the deck was named", () => {
    const deck = relative(process.cwd(), deckOf("a.md"));
    expect(findNotes([deck]).files).toMatchObject([{ path: `${deck}/a.md` }]);
    expect(findNotes([`${deck}/`]).files).toMatchObject([{ path: `${deck}/a.md` }]);
    expect(findNotes([`${deck}/a.md`]).files).toMatchObject([{ path: `${deck}/a.md` }]);
  });
});

describe("a deck that is one file", () => {
  test("may be a README or have any name", () => {
    const deck = deckOf("README.md", "notes.txt");
    const files = findNotes([`${deck}/README.md`, `${deck}/notes.txt`]).files;
    expect(files.map(({ role }) => role)).toEqual(["notes", "notes"]);
  });
});

describe("decks", () => {
  test("follow each other, and hold a file once", () => {
    const first = deckOf("b.md");
    const second = deckOf("a.md");
    const paths = findNotes([first, second, `${first}/b.md`]).files.map(({ path }) => path);
    expect(paths).toEqual([`${first}/b.md`, `${second}/a.md`]);
  });

  test("that aren't there are a problem each", () => {
    const deck = deckOf("a.md");
    expect(findNotes([`${deck}/no`, deck, `${deck}/a.md/no`])).toMatchObject({
      files: [{ path: `${deck}/a.md` }],
      problems: [
        { code: "deck-missing", place: { file: `${deck}/no`, line: 1, column: 1 } },
        { code: "file-unreadable", data: { reason: "ENOTDIR: not a directory" } },
      ],
    });
  });
});

describe("links among notes", () => {
  test("are followed", () => {
    const elsewhere = deckOf("a.md", "folder/b.md");
    const deck = deckOf("c.md");
    symlinkSync(join(elsewhere, "a.md"), join(deck, "link.md"));
    symlinkSync(join(elsewhere, "folder"), join(deck, "more"));
    expect(namesIn(deck)).toEqual(["c.md", "link.md", "more/b.md"]);
  });

  test("that lead to what is there already add nothing", () => {
    const deck = deckOf("a.md", "part/b.md");
    symlinkSync("a.md", join(deck, "z.md"));
    symlinkSync("part", join(deck, "same"));
    expect(namesIn(deck)).toEqual(["a.md", "part/b.md"]);
    expect(problemsIn(deck)).toEqual([]);
  });

  test("that lead in a circle are a problem each, and the rest is found", () => {
    const deck = deckOf("part/a.md");
    symlinkSync("..", join(deck, "part", "up"));
    symlinkSync(".", join(deck, "here"));
    symlinkSync("self", join(deck, "self"));
    symlinkSync("b.md", join(deck, "b.md"));
    expect(namesIn(deck)).toEqual(["part/a.md"]);
    expect(problemsIn(deck)).toEqual([
      "link-loop b.md",
      "link-loop here",
      "link-loop part/up",
      "link-loop self",
    ]);
  });

  test("to nowhere are a problem if they are called like notes", () => {
    const deck = deckOf("a.md");
    symlinkSync("gone", join(deck, "b.md"));
    symlinkSync("gone", join(deck, "build"));
    expect(namesIn(deck)).toEqual(["a.md"]);
    expect(problemsIn(deck)).toEqual(["file-unreadable b.md"]);
  });
});

describe("what only looks like notes", () => {
  test("is looked into if it is a folder, and is a problem if nothing can be read from it", async () => {
    const deck = deckOf("folder.md/a.md");
    const server = createServer().listen(join(deck, "socket.md"));
    onTestFinished(() => {
      server.close();
    });
    await once(server, "listening");
    expect(namesIn(deck)).toEqual(["folder.md/a.md"]);
    expect(problemsIn(deck)).toEqual(["file-unreadable socket.md"]);
  });
});

describe("the order of names", () => {
  const ordered = (names: readonly string[]): readonly string[] =>
    inNaturalOrder(names.map((name) => ({ name }))).map(({ name }) => name);

  test("is total: it depends on the names alone", () => {
    const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "-", "0", "1", "20", "章") }));
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list.toSorted(() => ((random.next().value ?? 0) % 3) - 1);
        expect(ordered(shuffled)).toEqual(ordered(list));
      }),
    );
  });

  test("goes by the value of numbers, however long", () => {
    const names = ["9007199254740993", "9007199254740992", "2", "02", "10", "a10b", "a9c", "a9b"];
    expect(ordered(names)).toEqual([
      "02",
      "2",
      "10",
      "9007199254740992",
      "9007199254740993",
      "a9b",
      "a9c",
      "a10b",
    ]);
  });
});

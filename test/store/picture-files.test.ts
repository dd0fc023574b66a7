import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import { pictureFiles } from "../../src/store/picture-files.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

let folder: string;

beforeEach(() => {
  folder = scratchFolder();
  writeFiles(folder, {
    "deck/notes.md": "",
    "deck/a b.png": "inside",
    "deck/图.png": "chinese",
    "deck/empty.png": "",
    "secret.png": "outside",
    "deck2/c.png": "other",
  });
  mkdirSync(join(folder, "deck/sub"));
  symlinkSync(join(folder, "secret.png"), join(folder, "deck/link.png"));
});

function read(url: string, decks = ["deck"], file = "deck/notes.md"): string | null {
  const bytes = pictureFiles(decks.map((deck) => join(folder, deck)))(join(folder, file), url);
  return bytes === null ? null : Buffer.from(bytes).toString();
}

describe("the pictures of notes", () => {
  test.each([
    ["a b.png", "inside"],
    ["a%20b.png", "inside"],
    ["./sub/../a b.png", "inside"],
    ["图.png", "chinese"],
    ["%E5%9B%BE.png?raw=true#x", "chinese"],
  ])("are read from beside them: %s", (url, expected) => {
    expect(read(url)).toBe(expected);
  });

  test.each([
    "../secret.png",
    "link.png",
    "/etc/hostname",
    "missing.png",
    "sub",
    "empty.png",
    "https://x.org/a.png",
    "%",
    "a\0.png",
  ])("are not read from elsewhere, and not where there are none: %s", (url) => {
    expect(read(url)).toBeNull();
  });

  test("are read from all decks in use", () => {
    expect(read("../deck2/c.png", ["deck", "deck2"])).toBe("other");
    expect(read("../deck2/c.png")).toBeNull();
  });

  test("of a deck that is one file stand in its folder", () => {
    expect(read("a b.png", ["deck/notes.md"])).toBe("inside");
    expect(read("../secret.png", ["deck/notes.md"])).toBeNull();
  });
});

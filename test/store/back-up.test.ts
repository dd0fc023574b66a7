import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { backUp } from "../../src/store/back-up.ts";
import { scratchPlaces, writeFiles } from "./scratch.ts";

describe("a backup", () => {
  test("holds the journals and the imported notes", () => {
    const places = scratchPlaces();
    writeFiles(places.data, { "journal/a.jsonl": "one\n", "notes/A/x.md": "note", "state.json": "{}" });
    const folder = backUp(places, "before");
    expect(readFileSync(join(folder, "journal/a.jsonl"), "utf8")).toBe("one\n");
    expect(readFileSync(join(folder, "notes/A/x.md"), "utf8")).toBe("note");
    expect(existsSync(join(folder, "state.json"))).toBe(false);
  });

  test("never takes the place of another", () => {
    const places = scratchPlaces();
    writeFiles(places.data, { "journal/a.jsonl": "one\n" });
    const first = backUp(places, "before");
    writeFiles(places.data, { "journal/a.jsonl": "one\ntwo\n" });
    const second = backUp(places, "before");
    expect(second).not.toBe(first);
    expect(readFileSync(join(first, "journal/a.jsonl"), "utf8")).toBe("one\n");
  });

  test("of nothing is an empty folder", () => {
    expect(existsSync(join(backUp(scratchPlaces(), "before"), "journal"))).toBe(false);
  });
});

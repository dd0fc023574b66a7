import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { foreignGuid, foreignKey, guidOf } from "../../../src/anki/notes/guid.ts";

describe("the guid of a note", () => {
  test("is the same for ever", () => {
    expect(guidOf("c6-2pc-steps")).toMatchInlineSnapshot(`"fp_-LNpB;]"`);
    expect(guidOf("k3j5mzq2a7bc")).toMatchInlineSnapshot(`"K}2HNBSXM^"`);
  });

  test("differs for different notes", () => {
    const guids = Array.from({ length: 20_000 }, (_, index) => guidOf(`note-${index}`));
    expect(new Set(guids).size).toBe(guids.length);
  });
});

describe("the uid of a note from Anki", () => {
  test("leads back to its guid, and is one that a card mark can have", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }).map((guid) => guid.toWellFormed()),
        (guid) => {
          const key = foreignKey(guid);
          expect(key).toMatch(/^[a-z0-9][a-z0-9-]*$/u);
          expect(foreignGuid(key)).toBe(guid);
          expect(guidOf(key)).toBe(guid);
        },
      ),
    );
  });

  test.each(["anki-", "anki-basics", "anki-1", "c6-2pc", "anki-nbswy3dp-2"])("isn't %s", (key) => {
    expect(foreignGuid(key)).toBeNull();
  });
});

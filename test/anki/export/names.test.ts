import { describe, expect, test } from "vitest";

import { deckName, decksNamed } from "../../../src/anki/export/deck-names.ts";
import { tagsOf } from "../../../src/anki/export/tags.ts";
import type { Card } from "../../../src/card/card.ts";
import { cardIdOf } from "../../../src/card/card.ts";
import type { Deck } from "../../../src/card/deck.ts";

const DECK: Deck = {
  title: { zh: "甲", en: "A" },
  chapters: [{ key: "6", title: { zh: "状态管理", en: "State" } }],
  cards: [],
};

function card(change: Partial<Card>): Card {
  const id = cardIdOf("a", "");
  return {
    id,
    note: "a",
    sibling: "",
    kind: "basic",
    chapter: "",
    level: null,
    tags: [],
    since: null,
    until: null,
    faces: {},
    ...change,
  };
}

describe("the name of a deck", () => {
  test.each([
    ["6", "zh", "sluice::06 状态管理"],
    ["6", "en", "sluice::06 State"],
    ["12", "en", "sluice::12"],
    ["Spark", "en", "sluice::Spark"],
    ["", "en", "sluice"],
    ["a::b", "en", "sluice::a:b"],
    [' ::"x":: ', "en", "sluice::x"],
  ] as const)("of chapter %j in %s is %s", (chapter, lang, expected) => {
    expect(deckName(DECK, chapter, lang)).toBe(expected);
  });
});

describe("decks", () => {
  test("come with the one above them, each with an id of its own that stays the same", () => {
    const decks = decksNamed(["sluice::b", "sluice::a", "sluice::b"]);
    expect([...decks.keys()]).toEqual(["sluice", "sluice::a", "sluice::b"]);
    expect(new Set([...decks.values()].map(({ id }) => id)).size).toBe(3);
    expect(decksNamed(["sluice::b"]).get("sluice::b")).toEqual(decks.get("sluice::b"));
  });

  test("whose names differ in case are one", () => {
    const decks = decksNamed(["sluice::spark", "sluice::Spark"]);
    expect(decks.get("sluice::spark")).toBe(decks.get("sluice::Spark"));
  });
});

describe("tags", () => {
  test("are those of the notes, with the level", () => {
    expect(tagsOf(card({ tags: ["time::watermark", "难度::1"], level: "senior" }))).toEqual([
      "level::senior",
      "time::watermark",
      "难度::1",
    ]);
  });

  test("hold no space and no empty part, and none comes twice", () => {
    expect(tagsOf(card({ tags: ["a b", "a\u3000b", "A_B", "::", "x::::y", " ", "z\u0007"] }))).toEqual([
      "a_b",
      "x::y",
      "z_",
    ]);
  });

  test("say that something is to be mended", () => {
    expect(tagsOf(card({ kind: "exercise" }))).toEqual(["类型::修复"]);
  });
});

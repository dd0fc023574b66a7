import { describe, expect, test } from "vitest";

import { faceIn } from "../../src/card/card.ts";
import { compileDeck } from "./compile-deck.ts";

function deckOf(files: Readonly<Record<string, string>>) {
  return compileDeck(Object.entries(files).map(([path, text]) => ({ path, text, role: "notes" as const })));
}

const ZH = "<!-- card: oil level=senior -->\n## 为什么上油？\n\n减少磨损。";
const EN = "<!-- card: oil tags=chain since=1.15 -->\n## Why oil?\n\nLess wear.";

describe("assembleDeck", () => {
  test("pairs the languages of a card by its id, and joins what they say about it", () => {
    const { deck, problems } = deckOf({ "a.zh.md": ZH, "a.en.md": EN });
    expect(deck.cards).toMatchObject([
      { id: "oil", note: "oil", sibling: "", level: "senior", tags: ["chain"], since: "1.15" },
    ]);
    const [card] = deck.cards;
    expect(card && faceIn(card, "en")?.face.prompt).toBe("Why oil?");
    expect(card && faceIn(card, "zh")?.face.prompt).toBe("为什么上油？");
    expect(problems).toEqual([]);
  });

  test("keeps the order of files and notes, whatever the second language says", () => {
    const { deck } = deckOf({
      "a.zh.md": "<!-- card: a -->\n## 甲？\n\n一。\n\n<!-- card: b -->\n## 乙？\n\n二。",
      "a.en.md":
        "<!-- card: b -->\n## B?\n\nTwo.\n\n<!-- card: a -->\n## A?\n\nOne.\n\n<!-- card: c -->\n## C?\n\nThree.",
    });
    expect(deck.cards.map((card) => card.id)).toEqual(["a", "b", "c"]);
  });

  test("names a card without an id by its words, each sibling with its own", () => {
    const { deck } = deckOf({ "a.md": "The ==chain== drives the ==wheel==.\n\nrim ::: the ring" });
    const [first, , third] = deck.cards;
    expect(deck.cards.map((card) => card.id)).toEqual([
      `${first?.note}.c1`,
      `${first?.note}.c2`,
      third?.note,
      `${third?.note}.r`,
    ]);
    expect(first?.note).toMatch(/^[a-z2-7]{12}$/);
  });

  test("complains of an id that is there twice in one language, and takes the first", () => {
    const { deck, problems } = deckOf({ "a.en.md": EN, "b.en.md": EN.replace("Less wear", "More shine") });
    expect(deck.cards).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        code: "id-duplicate",
        place: { file: "b.en.md", line: 2 },
        data: { id: "oil", first: { file: "a.en.md" } },
      },
    ]);
  });

  test("complains of a note that is there twice, and takes the first", () => {
    const { deck, problems } = deckOf({ "a.md": "Why?\n> So.", "b.md": "Text.\n\nWhy?\n> So." });
    expect(deck.cards).toHaveLength(1);
    expect(problems).toMatchObject([
      {
        code: "card-duplicate",
        place: { file: "b.md", line: 3 },
        data: { first: { file: "a.md", line: 1 } },
      },
    ]);
  });

  test.each([
    ["hidden pieces", "==一==和==二==。", "==One== only."],
    ["kinds", "一==二==三。", "One\n> two"],
    ["options", "选哪个？\n\n- [x] 一\n- [ ] 二\n- [ ] 三", "Which?\n\n- [x] one\n- [ ] two"],
  ])("complains of languages that differ in their %s, and keeps the first", (_, zh, en) => {
    const mark = "<!-- card: x -->\n";
    const { deck, problems } = deckOf({ "a.zh.md": mark + zh, "a.en.md": mark + en });
    expect(deck.cards.every((card) => card.faces.en === undefined)).toBe(true);
    expect(problems).toMatchObject([
      { code: "languages-differ", place: { file: "a.en.md" }, data: { id: "x", other: { file: "a.zh.md" } } },
    ]);
  });

  test("takes a chapter in one language and a question in the other for the same card", () => {
    const other = "\n\n## 别的\n\n文字。";
    const { problems } = deckOf({
      "a.zh.md": `# 书\n\n<!-- card: x -->\n## 车轮\n> 转。${other}`,
      "a.en.md": "# Book\n\n<!-- card: x -->\n## What do wheels do?\n> Turn.\n\n## Else\n\nText.",
    });
    expect(problems.filter((problem) => problem.code === "languages-differ")).toEqual([]);
  });

  test("finds the text of every face, and none for what is no face", () => {
    const { deck, textOf } = deckOf({ "a.zh.md": ZH, "a.en.md": EN });
    const ref = deck.cards[0]?.faces.en?.text ?? { file: "", index: 0 };
    expect(textOf(ref)).toMatchObject({
      kind: "basic",
      wording: { question: "Why oil?", answer: "Less wear." },
    });
    expect(() => textOf({ file: "a.en.md", index: 7 })).toThrow("a.en.md");
  });

  test("is called as the first README says, with the chapters of all", () => {
    const readme = (deck: string, chapters: string) => ({
      text: `---\ndeck: ${deck}\nchapters: ${chapters}\n---`,
      role: "readme" as const,
    });
    const { deck } = compileDeck([
      { path: "a/README.md", ...readme("First", "{1: Wheels}") },
      { path: "b/README.md", ...readme("Second", "{2: Brakes}") },
    ]);
    expect(deck.title.en).toBe("First");
    expect(deck.chapters.map((chapter) => chapter.key)).toEqual(["1", "2"]);
  });
});

import { describe, expect, test } from "vitest";

import { foreignNote } from "../../../src/anki/import/foreign-note.ts";
import type { PackageCard, PackageNoteType } from "../../../src/anki/import/package-contents.ts";
import { renderTemplate } from "../../../src/anki/import/render-template.ts";
import { foreignKey } from "../../../src/anki/notes/guid.ts";
import { compileDeck } from "../../compile/compile-deck.ts";

const BASIC: PackageNoteType = {
  id: 1,
  name: "Basic",
  kind: "normal",
  fields: ["Front", "Back"],
  templates: [
    { name: "Card 1", question: "{{Front}}", answer: "{{FrontSide}}<hr id=answer>{{Back}}" },
    { name: "Card 2", question: "{{Back}}", answer: "{{Back}}<hr id=answer>{{Front}}" },
  ],
};
const TYPED = {
  ...BASIC,
  templates: [
    { name: "1", question: "{{Front}} {{type:Back}}", answer: "{{FrontSide}}<hr id=answer>{{type:Back}}" },
  ],
};
const CLOZE: PackageNoteType = {
  ...BASIC,
  kind: "cloze",
  fields: ["Text", "Back Extra"],
  templates: [{ name: "Cloze", question: "{{cloze:Text}}", answer: "{{cloze:Text}}<br>{{Back Extra}}" }],
};

function card(
  noteType: PackageNoteType,
  fields: readonly string[],
  ord = 0,
  tags: readonly string[] = [],
): PackageCard {
  const note = { guid: "g&1", noteType, fields, tags, modified: 0 };
  return { id: 1, note, ord, deck: "d", preset: 0, modified: 0, state: "new", standing: "active", flag: 0 };
}

/** Compiles what a card is written as, between two other notes, and returns the cards that come of it with their words. */
function compiled(from: PackageCard) {
  const other = (id: string): string => `<!-- card: ${id} kind=basic -->\n## What is ${id}?\n\n> This.`;
  const text = [other("before"), foreignNote(from)?.markdown ?? "", other("behind")].join("\n\n");
  const { deck, textOf, problems } = compileDeck([{ path: "x.md", role: "notes", text: `${text}\n` }]);
  expect(problems.filter(({ code }) => code !== "section-left-out")).toEqual([]);
  const own = deck.cards.filter(({ id }) => !["before", "behind"].includes(id));
  expect(deck.cards).toHaveLength(own.length + 2);
  return own.map(({ id, kind, faces, tags }) => {
    const face = faces.en ?? faces.zh;
    return { id, kind, tags, ...(face === undefined ? {} : textOf(face.text).wording) };
  });
}

const KEY = foreignKey("g&1");

describe("a note of somebody else's", () => {
  test("is a note here, with its question, its answer and its tags", () => {
    const from = card(BASIC, ["What is <b>it</b>?", "This:<ul><li>a</li><li>b</li></ul>"], 0, [
      "x::y",
      "marked",
      "a,b",
    ]);
    expect(compiled(from)).toEqual([
      { id: KEY, kind: "basic", tags: ["x::y", "a-b"], question: "What is it?", answer: "This:\na\nb" },
    ]);
  });

  test("has a note of its own for each further card, with what that asks", () => {
    expect(compiled(card(BASIC, ["front", "back"], 1))).toMatchObject([
      { id: `${KEY}-2`, question: "back", answer: "front" },
    ]);
  });

  test("asks for what is to be typed, and shows it only on the answer side", () => {
    expect(compiled(card(TYPED, ["front", "back"]))).toMatchObject([{ question: "front", answer: "back" }]);
  });

  test("keeps the lines and the code of a question", () => {
    expect(compiled(card(BASIC, ["one<br>two<pre>f(x)</pre>", "back"]))).toMatchObject([
      { question: "one two f(x)" },
    ]);
  });

  test("is nothing without a question or an answer in words", () => {
    expect(foreignNote(card(BASIC, ['<img src="x.png">', "back"]))).toBeNull();
    expect(foreignNote(card(BASIC, ["front", "[sound:x.mp3]"]))).toBeNull();
  });

  test.each([
    ["marks", "<!-- card: evil --> &lt;!-- card: evil --&gt;"],
    ["headings", "<h1>a</h1># b"],
    ["definitions", "term :: definition"],
    ["clozes", "{{c1::a}} ==b=="],
    ["questions and answers", "Q: one\n<br>A: two"],
    ["numbered questions", "1. What is a?<br>2. What is b?"],
    ["tasks", "- [ ] a<br>- [x] b"],
    ["rules and fences", "---<br>```<br>~~~"],
    ["front matter", "---<br>cards: false<br>---"],
  ])("stays one card whatever its answer looks like: %s", (_, answer) => {
    expect(compiled(card(BASIC, ["What is it?", `Well: ${answer}`])).map(({ id }) => id)).toEqual([KEY]);
  });
});

describe("a cloze of somebody else's", () => {
  test("is a cloze here, its cards by their numbers", () => {
    const from = card(CLOZE, ["A {{c2::b<br>c::hint}} {{c1::&lt;d&gt;}}", "more"], 1);
    expect(foreignNote(from)?.markdown.split("\n").slice(1)).toEqual([
      "A {{c2::b c::hint}} {{c1::\\<d>}}\\",
      "more",
    ]);
    expect(compiled(from).map(({ id }) => id)).toEqual([`${KEY}.c1`, `${KEY}.c2`]);
  });

  test("within another is the one that stays", () => {
    expect(foreignNote(card(CLOZE, ["{{c1::a {{c2::b}} c}}", ""]))?.markdown).toContain("{{c2::b}}");
  });

  test("that hides nothing is nothing", () => {
    expect(foreignNote(card(CLOZE, ["plain", ""]))).toBeNull();
  });
});

describe("a hostile template", () => {
  test.each([["{{#A}}".repeat(30_000)], ["{{^A}}x{{/A}}".repeat(30_000)], ["{{".repeat(100_000)]])(
    "is done with soon",
    (template) => {
      const begun = performance.now();
      renderTemplate(template, new Map(), "question");
      expect(performance.now() - begun).toBeLessThan(5000);
    },
  );
});

describe("a template", () => {
  const fields = new Map([
    ["A", "x"],
    ["B", "<br> "],
  ]);

  test.each([
    ["{{A}}-{{text:A}}-{{ A }}", "x-x-x"],
    ["{{#A}}yes{{/A}}{{^A}}no{{/A}}", "yes"],
    ["{{#B}}yes{{/B}}{{^B}}no{{/B}}", "no"],
    ["{{#A}}a{{^B}}b{{/B}}{{/A}}", "ab"],
    ["{{tts en_US:A}}{{type:A}}", ""],
    ["{{Unknown}}{{FrontSide}}", ""],
    ["{{#A}}never closed", "never closed"],
  ])("%s shows %j", (template, expected) => {
    expect(renderTemplate(template, fields, "question").replaceAll(/\{\{[^{}]*\}\}/gu, "")).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";

import type { NoteFace } from "../../../src/anki/notes/fields.ts";
import { fieldsOf, noteTypeFor } from "../../../src/anki/notes/fields.ts";
import type { FieldName, NoteTypeName } from "../../../src/anki/notes/note-types.ts";
import { FIELDS } from "../../../src/anki/notes/note-types.ts";
import { compileDeck } from "../../compile/compile-deck.ts";

const style = { paint: () => null, pictureName: () => null };

/** Returns the first note of a Markdown text, and the cards that it makes. */
function note(markdown: string): { readonly face: NoteFace; readonly siblings: readonly string[] } {
  const { deck, textOf } = compileDeck([{ path: "x.en.md", role: "notes", text: `${markdown}\n` }]);
  const face = deck.cards[0]?.faces.en;
  if (face === undefined) throw new Error(`no card in ${markdown}`);
  return {
    face: { text: textOf(face.text), context: "Chapter", style },
    siblings: deck.cards.map(({ sibling }) => sibling),
  };
}

function fields(markdown: string, english?: string): Partial<Record<FieldName, string>> {
  const { face, siblings } = note(markdown);
  const noteType: NoteTypeName = noteTypeFor(face.text, siblings);
  const values = fieldsOf({
    key: "key",
    noteType,
    first: face,
    english: english === undefined ? null : note(english).face,
  });
  return Object.fromEntries(FIELDS[noteType].map((name, index) => [name, values[index] ?? ""]));
}

describe("the fields of a note", () => {
  test("hold question, answer, where it stands and its uid", () => {
    expect(fields("## What is a `barrier`?\n\nA *mark*.")).toEqual({
      Question: "What is a <code>barrier</code>?",
      QuestionEn: "",
      Answer: "A <i>mark</i>.",
      AnswerEn: "",
      Context: "Chapter",
      ContextEn: "",
      Key: "key",
      Extra1: "",
      Extra2: "",
    });
  });

  test("hold English beside the first language", () => {
    expect(fields("## 什么是屏障？\n\n一个标记。", "## What is a barrier?\n\nA mark.")).toMatchObject({
      Question: "什么是屏障？",
      QuestionEn: "What is a barrier?",
      Answer: "一个标记。",
      AnswerEn: "A mark.",
      ContextEn: "Chapter",
    });
  });

  test("of a choice hold the options as a list, which of them are right, and the right ones in words", () => {
    const choice = "## What is isolated?\n\n- [ ] CPU\n- [x] memory\n- [x] time\n\nNot CPU.";
    expect(fields(choice)).toMatchObject({
      Options: "<li>CPU</li><li>memory</li><li>time</li>",
      Right: "2,3",
      Answer: "<ul><li>memory</li><li>time</li></ul>",
      Explanation: "Not CPU.",
    });
  });

  test("of a typed answer hold the model in one line, and all that counts as right", () => {
    const typed = "<!-- card: x kind=typed -->\n## Who starts it?\n\nCoordinator | the coordinator";
    expect(fields(typed)).toMatchObject({
      Answer: "Coordinator",
      Accepted: "<b>Coordinator</b> | <b>the coordinator</b>",
    });
  });

  test("of an ordering hold the items in their order", () => {
    const order = "<!-- card: x kind=order -->\n## Which steps?\n\n1. one\n2. two";
    expect(fields(order)).toMatchObject({
      Question: "Which steps?",
      Answer: "<ol><li>one</li><li>two</li></ol>",
    });
  });
});

describe("the field of a cloze", () => {
  test.each([
    ["==a== and ==b==", "{{c1::a}} and {{c2::b}}"],
    ["{{c2::x::which?}} and {{c1::y}}", "{{c2::x::which?}} and {{c1::y}}"],
    ["==`a::b`== here", "{{c1::<code>a&#58;&#58;b</code>}} here"],
    ["==**a**== here", "{{c1::<b>a</b>}} here"],
    ["==a: b== is ==:c==", "{{c1::a: b}} is {{c2::&#58;c}}"],
    ["x ==a}} b== y", "x {{c1::a&#125;&#125; b}} y"],
    ["[==a==](https://b.org) x", '<a href="https://b.org">{{c1::a}}</a> x'],
  ])("of %s is %s", (markdown, expected) => {
    expect(fields(`<!-- card: x kind=cloze -->\n${markdown}`).Text).toBe(expected);
  });
});

describe("the note type of a note", () => {
  test.each([
    ["## What?\n\nThat.", "question"],
    ["term ::: definition", "both-ways"],
    ["<!-- card: x kind=typed -->\nterm ::: definition", "both-ways"],
    ["term :: definition", "question"],
    ["This is ==hidden== here.", "cloze"],
    ["## What?\n\n- [ ] a\n- [x] b", "choice"],
    ["<!-- card: x kind=number -->\n## How many?\n\n42", "typed"],
  ])("of %j is %s", (markdown, expected) => {
    const { face, siblings } = note(markdown);
    expect(noteTypeFor(face.text, siblings)).toBe(expected);
  });
});

import { describe, expect, test } from "vitest";

import { askedText } from "../../src/card/asked-text.ts";
import type { Content, NoteText } from "../../src/card/note-text.ts";

const PLACE = { file: "a.md", line: 1, column: 1 };

function content(markdown: string): Content {
  return { markdown, place: PLACE };
}

const DEFINITION: NoteText = {
  kind: "basic",
  wording: { question: "map", answer: "List<T>" },
  prompt: content("`map`"),
  answer: content("`List<T>`"),
};
const TYPED: NoteText = {
  kind: "typed",
  wording: { question: "back pressure", answer: "反压|<i>背压</i>" },
  prompt: content("**back pressure**"),
  accepted: ["反压", "<i>背压</i>"],
  explanation: null,
};

describe("the text of a note", () => {
  test("is asked as it stands by its first card", () => {
    expect(askedText(DEFINITION, "")).toBe(DEFINITION);
  });

  test("has question and answer change places on the way back", () => {
    expect(askedText(DEFINITION, "r")).toEqual({
      kind: "basic",
      wording: { question: "List<T>", answer: "map" },
      prompt: content("`List<T>`"),
      answer: content("`map`"),
    });
  });

  test("gives what was to be typed on the way back, and has the question typed", () => {
    expect(askedText(TYPED, "r")).toMatchObject({
      prompt: content(String.raw`反压 \| \<i\>背压\<\/i\>`),
      accepted: ["back pressure"],
    });
  });

  test("is the first one's again after going and coming back", () => {
    expect(askedText(askedText(DEFINITION, "r"), "r")).toEqual(DEFINITION);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { escapeAttribute, escapeText } from "../../../src/anki/notes/escape.ts";
import { HOSTILE_TEXTS } from "../hostile-notes.ts";
import { shownText } from "../shown-text.ts";

/** Pieces of what Anki looks for, so that chance puts them together. */
const pieces = fc.constantFrom(
  ..."{}[]:\\()<>&\"'$/#^!-=",
  "c1::",
  "sound:",
  "anki:",
  "type:",
  "latex",
  "{{",
  "}}",
  "::",
  "[[",
  "\\(",
  "\\]",
  "&amp;",
  "&#123;",
  "\u0338",
  "e\u0301",
  "\u1100",
  "\u1161",
  "\u0000",
  "\u001f",
  "\r",
  "\n",
  "\t",
  "\uD800",
  "汉",
  "😀",
  "a",
  " ",
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.constantFrom(...HOSTILE_TEXTS),
);

function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n])\p{Cc}/gu, "")
    .normalize("NFC");
}

/** What Anki acts on in the raw text of a field. */
const ACTIVE = /\{\{|\}\}|::|\[sound:|\[anki:|\[\[type:|\[\/?latex\]|\[\/?\$\$?\]|\\[()[\]]/iu;

describe("the escape of text", () => {
  test("shows exactly the text, composed and without control characters", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shownText(escapeText(text))).toBe(withoutControls(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("leaves nothing that Anki acts on, nor any tag but one that parts mathematics", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = escapeText(text);
        expect(html).not.toMatch(ACTIVE);
        expect(html.replaceAll(/<span>[()[\]]?(?:&#91;)?<\/span>/gu, "")).not.toMatch(/[<>"]/u);
      }),
      { numRuns: 3000 },
    );
  });

  test("leaves nothing that Anki acts on where two texts meet, or one stands in a cloze", () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const cloze = `{{c1::${escapeText(one)}::${escapeText(other)}}}`;
        const [, inside = "", hint = ""] =
          /^\{\{c1::((?:(?!::|\}\}).)*)::((?:(?!::|\}\}).)*)\}\}$/su.exec(cloze) ?? [];
        expect([shownText(inside), shownText(hint)]).toEqual([withoutControls(one), withoutControls(other)]);
      }),
      { numRuns: 2000 },
    );
  });

  test("stays as it is when Anki composes the field that it stands in", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const field = `<p>${escapeText(text)}</p>`;
        expect(field.normalize("NFC")).toBe(field);
      }),
      { numRuns: 2000 },
    );
  });

  test("fits into an attribute", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = escapeAttribute(text);
        expect(value).not.toMatch(/[<>"]/u);
        expect(value).not.toMatch(ACTIVE);
        expect(shownText(value)).toBe(withoutControls(text));
      }),
    );
  });
});

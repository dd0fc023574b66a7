import type { PhrasingContent } from "mdast";

import { tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import type { Frame } from "../source/frame.ts";
import { trimmed } from "../source/inline-cut.ts";
import type { InlineText, Range, Span } from "../source/inline-text.ts";
import { readInline } from "../source/inline-text.ts";
import { asks, isQuestion } from "../words/asks.ts";
import { isAspect, questionLabelOf } from "../words/labels.ts";
import type { Numbering } from "../words/numbering.ts";
import { numberingOf } from "../words/numbering.ts";

/** A heading or a line of a paragraph: what might be a prompt. */
export interface Line {
  readonly inline: InlineText;
  /** All of it but white space at its ends. */
  readonly whole: Range;
  /** What is left without the number or label in front. */
  readonly bare: Range;
  /** The plain text of `whole`. */
  readonly title: string;
  /** The plain text of `bare`. */
  readonly text: string;
  readonly numbering: Numbering | null;
  /** `labelled` = it says that it asks (`Q:`, `问题 3：`); `asks` = one can tell from its words. */
  readonly manner: "labelled" | "asks" | "tells";
}

/** Reads a heading, or a paragraph, as one line. */
export function readLine(
  document: Document,
  nodes: readonly PhrasingContent[],
  frames: readonly Frame[],
): Line {
  const inline = readInline(nodes, document.text, frames);
  return lineOf(inline, { from: 0, to: inline.text.length });
}

/** Returns some of the characters of inline text as a line. */
export function lineOf(inline: InlineText, range: Range): Line {
  const whole = trimmed(inline, range);
  const title = inline.text.slice(whole.from, whole.to);
  const plain = undecorated(inline, withoutStars(inline, whole));
  const begin = inline.text.slice(plain.from, plain.to);
  const numbering = numberingOf(begin);
  const label = numbering === null ? questionLabelOf(begin) : 0;
  const bare = spoken(inline, { from: plain.from + (numbering?.length ?? label), to: plain.to });
  const text = tidy(inline.text.slice(bare.from, bare.to));
  const labelled = label > 0 || numbering?.style === "Q";
  return {
    inline,
    whole,
    bare,
    title: tidy(title),
    text,
    numbering,
    manner: labelled ? "labelled" : mannerOf(text, numbering),
  };
}

/** Stars around a line that were meant to set it in bold type: with a space inside them they set nothing. */
export const STARRED = /^\*\*\s*[^*\s][^*]*\*\*$/u;
export const STARS = 2;

/** Returns a range without the stars that were meant to set it in bold type. */
function withoutStars(inline: InlineText, range: Range): Range {
  if (!isStarred(inline, range)) return range;
  return trimmed(inline, { from: range.from + STARS, to: range.to - STARS });
}

/** Tells whether stars stand around a range; in code they mean what they are. */
function isStarred(inline: InlineText, { from, to }: Range): boolean {
  const isCode = inline.spans.some(
    (span) => span.type === "inlineCode" && span.from <= from && span.to > from,
  );
  return !isCode && STARRED.test(inline.text.slice(from, to));
}

// Signs of importance, which are neither words nor a part of the number between them.
const SIGN = "[⭐★☆🌟🔥👉❓❔📌🚩\\uFE0F]|:(?:star|fire|question):";
const ANY_DECORATION = new RegExp(SIGN, "u");
const DECORATED_BEGIN = new RegExp(`^(?:${SIGN}|\\s)+`, "u");
const DECORATED_END = new RegExp(`(?:${SIGN}|\\s)+$`, "u");

/** So far from its end a line is looked at for signs. */
const MOST_SIGNS = 40;

/** Returns a range without the signs of importance at its ends; all of it, if there is nothing else. */
function undecorated(inline: InlineText, { from, to }: Range): Range {
  const text = inline.text.slice(from, to);
  if (!ANY_DECORATION.test(text)) return { from, to };
  const begin = DECORATED_BEGIN.exec(text)?.[0].length ?? 0;
  if (begin === text.length) return { from, to };
  const end = DECORATED_END.exec(text.slice(-MOST_SIGNS))?.[0].length ?? 0;
  return { from: from + begin, to: to - end };
}

/** Returns a range without signs, and without who asks: `面试官：`. */
function spoken(inline: InlineText, range: Range): Range {
  const plain = undecorated(inline, trimmed(inline, range));
  const speaker = /^(?:面试官|interviewer)\s*[:：]\s*(?=\S)/iu.exec(inline.text.slice(plain.from, plain.to));
  return trimmed(inline, { from: plain.from + (speaker?.[0].length ?? 0), to: plain.to });
}

/** Returns a line whose number turned out to be none. */
export function withoutNumbering(line: Line): Line {
  const bare = spoken(line.inline, withoutStars(line.inline, line.whole));
  const text = tidy(line.inline.text.slice(bare.from, bare.to));
  return { ...line, bare, text, numbering: null, manner: mannerOf(text, null) };
}

/** Returns the lines of inline text. */
export function linesOf(inline: InlineText): readonly Range[] {
  const ranges: Range[] = [];
  for (let from = 0; from <= inline.text.length;) {
    const end = inline.text.indexOf("\n", from);
    const to = end === -1 ? inline.text.length : end;
    if (inline.text.slice(from, to).trim() !== "") ranges.push({ from, to });
    from = to + 1;
  }
  return ranges;
}

/** Tells whether a line is set in bold type from its first word to its last. */
export function isBold(line: Line): boolean {
  return isSpanned(line, "strong") || isStarred(line.inline, line.whole);
}

/** Tells whether a line is a link from its first word to its last. */
export function isLink(line: Line): boolean {
  return isSpanned(line, "link");
}

/** Returns the question in bold type that a line begins with, if it goes on behind that; `null` if there is none. */
export function boldLeadOf({ inline, whole, bare }: Line): Range | null {
  const lead = inline.spans.find(
    ({ type, from, to }) => type === "strong" && from >= whole.from && from <= bare.from && to < bare.to,
  );
  if (lead === undefined || !isQuestion(inline.text.slice(lead.from, lead.to).trim())) return null;
  return /[\p{L}\p{N}]/u.test(inline.text.slice(lead.to, bare.to)) ? { from: whole.from, to: lead.to } : null;
}

/** A question mark with more than a remark in brackets behind it in the same line. */
const ASKED_FIRST = /^[^?？]{4,120}[?？](?=\s*[^\s?？(（[【"'”’」』）)!！。，,]{2})/u;

/** Fewer characters behind a question go with it: `Why? An example.`. */
const SHORTEST_ANSWER = 10;

/** Returns the question that a line begins with, if what stands behind its mark tells; `null` if it doesn't. */
export function askedFirst({ inline, bare }: Line): Range | null {
  const text = inline.text.slice(bare.from, bare.to);
  const asked = ASKED_FIRST.exec(text)?.[0] ?? "";
  // A second question may end like a sentence: `Why? What else is there.`
  const rest = text
    .slice(asked.length)
    .replace(/(?<![\s.。])[\s.。]+$/u, "")
    .trim();
  if (asked === "" || rest.length < SHORTEST_ANSWER || asks(rest) || !asks(asked)) return null;
  return { from: bare.from, to: bare.from + asked.length };
}

function isSpanned({ inline, bare }: Line, type: Span["type"]): boolean {
  return inline.spans.some((span) => span.type === type && span.from <= bare.from && span.to >= bare.to);
}

function mannerOf(text: string, numbering: Numbering | null): "asks" | "tells" {
  return asks(text) && (numbering !== null || !isAspect(text)) ? "asks" : "tells";
}

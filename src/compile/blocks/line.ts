import type { PhrasingContent } from "mdast";

import { tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import type { Frame } from "../source/frame.ts";
import { trimmed } from "../source/inline-cut.ts";
import type { InlineText, Range, Span } from "../source/inline-text.ts";
import { readInline } from "../source/inline-text.ts";
import { asks } from "../words/asks.ts";
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
  const numbering = numberingOf(title);
  const label = numbering === null ? questionLabelOf(title) : 0;
  const bare = trimmed(inline, { from: whole.from + (numbering?.length ?? label), to: whole.to });
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

/** Returns a line whose number turned out to be none. */
export function withoutNumbering(line: Line): Line {
  return { ...line, bare: line.whole, text: line.title, numbering: null, manner: mannerOf(line.title, null) };
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
  return isSpanned(line, "strong");
}

/** Tells whether a line is a link from its first word to its last. */
export function isLink(line: Line): boolean {
  return isSpanned(line, "link");
}

function isSpanned({ inline, bare }: Line, type: Span["type"]): boolean {
  return inline.spans.some((span) => span.type === type && span.from <= bare.from && span.to >= bare.to);
}

function mannerOf(text: string, numbering: Numbering | null): "asks" | "tells" {
  return asks(text) && (numbering !== null || !isAspect(text)) ? "asks" : "tells";
}

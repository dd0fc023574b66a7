import { unframed } from "./frame.ts";
import type { InlineText, Range, Span } from "./inline-text.ts";

const BLANK = /[\s\u200B\u200E\u200F\u2060\uFEFF]/;

/** Returns a range without the white space and the invisible characters at its ends; it may be empty. */
export function trimmed(inline: InlineText, range: Range): Range {
  let { from, to } = range;
  while (from < to && BLANK.test(inline.text[from] ?? "")) from += 1;
  while (to > from && BLANK.test(inline.text[to - 1] ?? "")) to -= 1;
  return { from, to };
}

/** What becomes of a link around all that is cut out: a prompt is asked without it, an answer may be nothing else. */
export type LinkAround = "falls" | "stays";

/**
 * Returns the Markdown of some of the characters of inline text: marks around a part of them stay, are opened
 * or closed anew where the cut goes through, and fall away where they are around all of them.
 */
export function markdownOf(source: string, inline: InlineText, range: Range, link: LinkAround): string {
  if (range.from >= range.to) return "";
  let start = inline.starts[range.from] ?? 0;
  let end = inline.ends[range.to - 1] ?? start;
  let [before, behind] = ["", ""];
  for (const span of inline.spans) {
    switch (cutOf(span, range, link)) {
      case "outside":
        break;
      case "inside":
        start = Math.min(start, span.outer.start);
        end = Math.max(end, span.outer.end);
        break;
      case "begun-before":
        before = source.slice(span.outer.start, span.inner.start) + before;
        break;
      case "goes-on":
        behind += source.slice(span.inner.end, span.outer.end);
    }
  }
  return before + unframed(source, { start, end }, inline.frames) + behind;
}

type Cut = "outside" | "inside" | "begun-before" | "goes-on";

function cutOf(span: Span, range: Range, link: LinkAround): Cut {
  if (span.to <= range.from || span.from >= range.to) return "outside";
  const around = span.from <= range.from && span.to >= range.to;
  // Code stays code; an image has no marks to open.
  if (around) return span.type === "inlineCode" || (link === "stays" && isLink(span)) ? "inside" : "outside";
  if (span.from < range.from) return "begun-before";
  return span.to > range.to ? "goes-on" : "inside";
}

function isLink({ type }: Span): boolean {
  return type === "link" || type === "linkReference";
}

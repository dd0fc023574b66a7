import type { Html } from "mdast";

import type { HeadingStyle } from "./html-headings.ts";
import { atHtmlHeadings } from "./html-headings.ts";
import type { HtmlPart, Run } from "./html-lines.ts";
import { linesOfHtml, partsOfHtml } from "./html-lines.ts";

/** A tag, as it opens or closes something; a void one does neither. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** HTML that a blank line ends; in any other all is meant literally. */
const ENDED_BY_BLANK = /^ {0,3}<\/?[a-z]/i;
const LITERAL = /^ {0,3}<(?:pre|script|style|textarea)\b/i;
const FOLD = /^\s*<details\b/i;
const FENCE = /^[ \t]*(?:`{3}|~{3})/;

/** `text` = lines that stand inside of no tag, and were meant as Markdown; `heading` = one that is a heading in HTML. */
type Kind = "heading" | "tags" | "text";

/** Parts a piece of HTML from what people see as text in it: its headings, and what stands below its tags with no blank line between. */
export function partHtml(html: Html, source: string, headings: HeadingStyle): readonly HtmlPart<Kind>[] {
  if (headings === "markdown") return belowTags(html, source);
  return atHtmlHeadings(html, source).flatMap((part) =>
    part.kind === "heading" ? [part] : belowTags(part.html, source),
  );
}

/** Parts a piece of HTML such as `</details>`, `## Next`, one below the other: people see a heading, the parser sees HTML. */
function belowTags(html: Html, source: string): readonly HtmlPart<Kind>[] {
  const lines = linesOfHtml(html, source);
  const [first = ""] = lines;
  if (!ENDED_BY_BLANK.test(first) || LITERAL.test(first)) return [{ kind: "tags", html }];
  const runs = runsOf(lines);
  return runs.length === 1 ? [{ kind: "tags", html }] : partsOfHtml(html, runs);
}

/** In how many tags a line stands, and whether in a fence outside of them. */
interface Standing {
  readonly depth: number;
  readonly around: "fence" | "text";
}

/** Parts lines by whether they stand in tags, or begin with one, outside of fences; each fold begins a run of its own. */
function runsOf(lines: readonly string[]): readonly Run<Kind>[] {
  const runs: { kind: Kind; lines: string[] }[] = [];
  let standing: Standing = { depth: 0, around: "text" };
  for (const line of lines) {
    const kind = runs.length === 0 ? "tags" : kindOf(line, standing);
    const run = runs.at(-1);
    if (run?.kind === kind && (standing.depth > 0 || !FOLD.test(line))) run.lines.push(line);
    else runs.push({ kind, lines: [line] });
    standing = standingBehind(line, kind, standing);
  }
  return runs;
}

function kindOf(line: string, { depth, around }: Standing): Kind {
  return depth > 0 || (around === "text" && /^\s*(?:<|$)/.test(line)) ? "tags" : "text";
}

function standingBehind(line: string, kind: Kind, { depth, around }: Standing): Standing {
  if (kind === "tags") return { depth: Math.max(0, depth + opened(line)), around };
  if (!FENCE.test(line)) return { depth, around };
  return { depth, around: around === "fence" ? "text" : "fence" };
}

/** Returns how many tags a line opens, less those that it closes. */
function opened(line: string): number {
  let sum = 0;
  for (const [, closing, name = "", alone] of line.matchAll(TAG)) {
    if (alone === "/" || VOID.test(name)) continue;
    sum += closing === "/" ? -1 : 1;
  }
  return sum;
}

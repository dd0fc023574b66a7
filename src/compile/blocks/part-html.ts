import type { Html } from "mdast";

/** A tag, as it opens or closes something; a void one does neither. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** HTML that a blank line ends; in any other all is meant literally. */
const ENDED_BY_BLANK = /^ {0,3}<\/?[a-z]/i;
const LITERAL = /^ {0,3}<(?:pre|script|style|textarea)\b/i;
const FOLD = /^\s*<details\b/i;
const FENCE = /^[ \t]*(?:`{3}|~{3})/;

/** Some lines of a piece of HTML: `text` = they stand inside of no tag, and were meant as Markdown. */
export interface HtmlPart {
  readonly kind: "tags" | "text";
  readonly html: Html;
}

/**
 * Parts a piece of HTML from what stands below its tags with no blank line between: in `</details>`, `## Next`, one
 * below the other, people see a heading, the parser sees HTML. `null` if it is all of one piece.
 */
export function partHtml(html: Html, source: string): readonly HtmlPart[] | null {
  const { start, end } = html.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return null;
  const value = source.slice(start.offset, end.offset);
  if (!ENDED_BY_BLANK.test(value) || LITERAL.test(value)) return null;
  const runs = runsOf(value.split(LINE));
  if (runs.length === 1) return null;
  let { line, offset } = start;
  return runs.map(({ kind, lines }) => {
    const text = lines.join("");
    const begin = { line, column: 1, offset };
    [line, offset] = [line + lines.length, (offset ?? 0) + text.length];
    const visible = text.trimEnd();
    const last = { line: line - 1, column: 1 + visible.length, offset: (begin.offset ?? 0) + visible.length };
    return { kind, html: { type: "html", value: visible, position: { start: begin, end: last } } };
  });
}

const LINE = /(?<=\n|\r(?!\n))/;

/** Lines that belong together. */
interface Run {
  readonly kind: HtmlPart["kind"];
  readonly lines: string[];
}

/** In how many tags a line stands, and whether in a fence outside of them. */
interface Standing {
  readonly depth: number;
  readonly around: "fence" | "text";
}

/** Parts lines by whether they stand in tags, or begin with one, outside of fences; each fold begins a run of its own. */
function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
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

function kindOf(line: string, { depth, around }: Standing): Run["kind"] {
  return depth > 0 || (around === "text" && /^\s*(?:<|$)/.test(line)) ? "tags" : "text";
}

function standingBehind(line: string, kind: Run["kind"], { depth, around }: Standing): Standing {
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

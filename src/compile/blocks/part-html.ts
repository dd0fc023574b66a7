import type { Html } from "mdast";

/** A tag, as it opens or closes something; a void one does neither. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** HTML that a blank line ends; in any other all is meant literally. */
const ENDED_BY_BLANK = /^ {0,3}<\/?[a-z]/i;
const LITERAL = /^ {0,3}<(?:pre|script|style|textarea)\b/i;
const FENCE = /^[ \t]*(?:`{3}|~{3})/;

/** Some lines of a piece of HTML: `text` = they stand inside of no tag, and were meant as Markdown. */
export interface HtmlPart {
  readonly kind: "tags" | "text";
  readonly html: Html;
}

/**
 * Parts a piece of HTML from what stands below its tags with no blank line between: in `</details>`, `## Next`, one
 * below the other, people see a heading, the parser sees HTML. `null` if it is nothing but HTML.
 */
export function partHtml(html: Html, source: string): readonly HtmlPart[] | null {
  const { start, end } = html.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return null;
  const value = source.slice(start.offset, end.offset);
  if (!ENDED_BY_BLANK.test(value) || LITERAL.test(value)) return null;
  const kinds = kindsOf(value.split(LINE));
  if (kinds.every(({ kind }) => kind === "tags")) return null;
  let { line, offset } = start;
  return runsOf(kinds).map(({ kind, lines }) => {
    const text = lines.join("");
    const begin = { line, column: 1, offset };
    [line, offset] = [line + lines.length, (offset ?? 0) + text.length];
    const visible = text.trimEnd();
    const last = { line: line - 1, column: 1 + visible.length, offset: (begin.offset ?? 0) + visible.length };
    return { kind, html: { type: "html", value: visible, position: { start: begin, end: last } } };
  });
}

const LINE = /(?<=\n|\r(?!\n))/;

interface KnownLine {
  readonly kind: HtmlPart["kind"];
  readonly line: string;
}

/** Tells of each line whether it stands in tags, or begins with one, outside of fences. */
function kindsOf(lines: readonly string[]): readonly KnownLine[] {
  let depth = 0;
  let around: "fence" | "text" = "text";
  return lines.map((line, index) => {
    const tags = index === 0 || depth > 0 || (around === "text" && /^\s*(?:<|$)/.test(line));
    if (!tags && FENCE.test(line)) around = around === "fence" ? "text" : "fence";
    if (tags) depth += opened(line);
    return { kind: tags ? "tags" : "text", line };
  });
}

function runsOf(
  known: readonly KnownLine[],
): readonly { kind: HtmlPart["kind"]; lines: readonly string[] }[] {
  const runs: { kind: HtmlPart["kind"]; lines: string[] }[] = [];
  for (const { kind, line } of known) {
    const run = runs.at(-1);
    if (run?.kind === kind) run.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs;
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

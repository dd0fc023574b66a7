import type { Html } from "mdast";

/** Lines of a piece of HTML that belong together, with what ends them. */
export interface Run<Kind> {
  readonly kind: Kind;
  readonly lines: readonly string[];
}

/** Some lines of a piece of HTML as a piece of its own. */
export interface HtmlPart<Kind> {
  readonly kind: Kind;
  readonly html: Html;
}

/** Returns the lines of a piece of HTML as they stand in the source, each with what ends it. */
export function linesOfHtml({ position }: Html, source: string): readonly string[] {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split(LINE);
}

const LINE = /(?<=\n|\r(?!\n))/;

/** Returns the runs into which the lines of a piece of HTML have been parted as pieces with their places. */
export function partsOfHtml<Kind>(html: Html, runs: readonly Run<Kind>[]): readonly HtmlPart<Kind>[] {
  let { line, offset } = html.position?.start ?? { line: 1, offset: 0 };
  return runs.map(({ kind, lines }) => {
    const text = lines.join("");
    const begin = { line, column: 1, offset };
    [line, offset] = [line + lines.length, (offset ?? 0) + text.length];
    const visible = text.trimEnd();
    const last = { line: line - 1, column: 1 + visible.length, offset: (begin.offset ?? 0) + visible.length };
    return { kind, html: { type: "html", value: visible, position: { start: begin, end: last } } };
  });
}

import type { Html } from "mdast";

import type { HtmlPart } from "./html-lines.ts";
import { linesOfHtml, partsOfHtml } from "./html-lines.ts";

/** A heading in one line. */
const HEADING = /^\s*<h([1-6])\b[^<>]*>(?=.*[\p{L}\p{N}])(.*)<\/h\1>\s*$/iu;

/**
 * Parts a piece of HTML at its headings: `<h3>What is a gear?</h3>`, `<p>A wheel with teeth.</p>`. What they say is
 * text like any other. `null` if it has none.
 */
export function atHtmlHeadings(html: Html, source: string): readonly HtmlPart<"text" | "tags">[] | null {
  const runs: { kind: "text" | "tags"; lines: string[] }[] = [];
  for (const line of linesOfHtml(html, source)) {
    const run = runs.at(-1);
    if (HEADING.test(line)) runs.push({ kind: "text", lines: [line] });
    else if (run?.kind === "tags") run.lines.push(line);
    else runs.push({ kind: "tags", lines: [line] });
  }
  return runs.some(({ kind }) => kind === "text") ? partsOfHtml(html, runs) : null;
}

/** Returns a line that is an HTML heading as one of Markdown, in which every letter keeps its place. */
export function asMarkdownHeading(line: string): string {
  const [, level, text = ""] = HEADING.exec(line) ?? [];
  if (level === undefined) return line;
  const at = line.lastIndexOf(text, line.lastIndexOf("</"));
  return ("#".repeat(Number(level)).padEnd(at) + text).padEnd(line.length);
}

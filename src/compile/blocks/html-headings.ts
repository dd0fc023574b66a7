import type { Html, ListItem, Root } from "mdast";

import { htmlText } from "../plain-text.ts";
import { asks } from "../words/asks.ts";
import { numberingOf } from "../words/numbering.ts";
import type { HtmlPart } from "./html-lines.ts";
import { linesOfHtml, partsOfHtml } from "./html-lines.ts";

/** How a document writes its headings: beside `## Gears` an `<h1>` is only there for its looks. */
export type HeadingStyle = "html" | "markdown";

/** A heading in one line. */
const HEADING = /^\s*<h([1-6])\b[^<>]*>(?=.*[\p{L}\p{N}])(.*)<\/h\1>\s*$/iu;

/** Fewer HTML headings that ask are no way of writing questions. */
const FEWEST = 2;

/** Returns how a document writes its headings. */
export function headingStyleOf({ children }: Root, text: string): HeadingStyle {
  const isMarked = children.some((node) =>
    node.type === "list" ? node.children.some(beginsWithHeading) : node.type === "heading",
  );
  if (isMarked || !/<h[1-6]\b/iu.test(text)) return "markdown";
  const asking = text.split("\n").filter((line) => HEADING.test(line) && asksIn(line));
  return asking.length >= FEWEST ? "html" : "markdown";
}

function asksIn(line: string): boolean {
  const title = htmlText(line).trim();
  return asks(title.slice(numberingOf(title)?.length ?? 0));
}

function beginsWithHeading({ children }: ListItem): boolean {
  return children[0]?.type === "heading";
}

/** Parts a piece of HTML at its headings: `<h3>What is a gear?</h3>`, `<p>A wheel with teeth.</p>`. */
export function atHtmlHeadings(html: Html, source: string): readonly HtmlPart<"heading" | "tags">[] {
  const runs: { kind: "heading" | "tags"; lines: string[] }[] = [];
  let depth = 0;
  for (const line of linesOfHtml(html, source)) {
    const run = runs.at(-1);
    if (depth === 0 && HEADING.test(line)) runs.push({ kind: "heading", lines: [line] });
    else if (run?.kind === "tags") run.lines.push(line);
    else runs.push({ kind: "tags", lines: [line] });
    for (const [tag] of line.matchAll(AROUND)) depth = Math.max(0, depth + (CLOSING.test(tag) ? -1 : 1));
  }
  return partsOfHtml(html, runs);
}

/** What no heading of the document stands in: a comment, code, a table, a fold, what is centred. */
const AROUND = /<\/?(?:details|summary|pre|table|div|center)\b|<!--|-->/giu;
const CLOSING = /^(?:<\/|-->)/u;

/** Returns a line that is an HTML heading as one of Markdown, in which every letter keeps its place. */
export function asMarkdownHeading(line: string): string {
  const [, level, text = ""] = HEADING.exec(line) ?? [];
  if (level === undefined) return line;
  const at = line.lastIndexOf(text, line.lastIndexOf("</"));
  return ("#".repeat(Number(level)).padEnd(at) + text).padEnd(line.length);
}

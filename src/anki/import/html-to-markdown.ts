import { tidy } from "../../compile/plain-text.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { htmlTree } from "./html-tree.ts";
import { markdownLines, markdownParagraphs, rawText } from "./inline-markdown.ts";
import { markdownBlock, withReferences } from "./markdown-escape.ts";

/**
 * Returns HTML as blocks of Markdown that say the same: paragraphs, lists, tables, code. Pictures and sounds are left
 * out, and nothing of it is HTML any more.
 */
export function blocksFromHtml(html: string): readonly string[] {
  return blocksOf(htmlTree(html));
}

/** Returns HTML as lines of inline Markdown, for places that have no room for blocks. */
export function linesFromHtml(html: string): readonly string[] {
  return markdownLines(htmlTree(html));
}

/** Returns what a reader sees of HTML as plain text. */
export function wordsFromHtml(html: string): string {
  return tidy(withReferences(rawText(htmlTree(html))));
}

const BLOCKS: Readonly<Record<string, (node: HtmlElement) => string>> = {
  pre: ({ children }) => markdownBlock(rawText(children).replaceAll(/^\n|\n+$/gu, "")),
  ul: (node) => listOf(node, () => "- "),
  ol: (node) => listOf(node, (index) => `${index + 1}. `),
  blockquote: ({ children }) => indented(blocksOf(children).join("\n\n"), "> "),
  table: tableOf,
};

/** What stands between two blocks is text. */
function blocksOf(nodes: readonly HtmlNode[]): readonly string[] {
  const blocks: string[] = [];
  let text: HtmlNode[] = [];
  const flush = (): void => {
    blocks.push(...markdownParagraphs(text));
    text = [];
  };
  for (const node of lifted(nodes)) {
    const write = typeof node === "string" ? undefined : BLOCKS[node.tag];
    if (write === undefined || typeof node === "string") {
      text.push(node);
    } else {
      flush();
      blocks.push(write(node));
    }
  }
  flush();
  return blocks.filter((block) => block !== "");
}

/** Lifts blocks out of the elements around them. */
function lifted(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const gap: HtmlElement = { tag: "p", address: "", children: [] };
  return nodes.flatMap((node) => {
    if (typeof node === "string" || node.tag in BLOCKS || !holdsBlock(node)) return [node];
    return [gap, ...lifted(node.children), gap];
  });
}

function holdsBlock({ children }: HtmlElement): boolean {
  return children.some((child) => typeof child !== "string" && (child.tag in BLOCKS || holdsBlock(child)));
}

function listOf({ children }: HtmlElement, sign: (index: number) => string): string {
  const written = children.map((child) => blocksOf(isItem(child) ? child.children : [child]).join("\n\n"));
  return written
    .filter((item) => item !== "")
    .map((item, index) => sign(index) + indented(item, " ".repeat(sign(index).length)).trimStart())
    .join("\n");
}

function isItem(node: HtmlNode): node is HtmlElement {
  return typeof node !== "string" && node.tag === "li";
}

/** Rows may stand in parts of the table; the first row is its head, for Markdown knows no table without one. */
function tableOf(table: HtmlElement): string {
  const rows = elementsIn(table, "tr").map((row) =>
    row.children.flatMap((cell) => (typeof cell === "string" ? [] : [markdownLines([cell]).join(" ")])),
  );
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const [head, ...others] = rows.map((cells) => `| ${padded(cells, width).join(" | ")} |`);
  if (head === undefined || width === 0) return "";
  return [head, `| ${padded([], width, "---").join(" | ")} |`, ...others].join("\n");
}

function padded(cells: readonly string[], width: number, filler = ""): readonly string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? filler);
}

function elementsIn({ children }: HtmlElement, tag: string): readonly HtmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === "string") return [];
    return child.tag === tag ? [child] : elementsIn(child, tag);
  });
}

function indented(text: string, margin: string): string {
  return text
    .split("\n")
    .map((line) => (margin + line).trimEnd())
    .join("\n");
}

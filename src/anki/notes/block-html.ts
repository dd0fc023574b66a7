import type { List, ListItem, RootContent, RootContentMap, Table } from "mdast";

import { htmlText, plainText } from "../../compile/plain-text.ts";
import { codeHtml } from "./code-html.ts";
import { escapeText } from "./escape.ts";
import type { Page } from "./html-page.ts";
import { within } from "./html-page.ts";
import { footnoteSign, inlineHtml } from "./inline-html.ts";

/** Returns blocks of Markdown as HTML. Of raw HTML only the words are taken. */
export function blocksHtml(blocks: readonly RootContent[], page: Page): string {
  const inner = within(page);
  if (inner === null) return escapeText(plainText(blocks));
  return blocks.map((block) => blockHtml(block, inner)).join("");
}

type BlockType = RootContent["type"];
/** A node of one of some types, so that the compiler sees which writer fits which node. */
type BlockNode<Type extends BlockType> = {
  [Each in Type]: { readonly type: Each } & RootContentMap[Each];
}[Type];

/** What isn't here is seen elsewhere, as definitions are where they are referred to, or isn't for reading. */
const WRITERS: { readonly [Type in BlockType]?: (node: BlockNode<Type>, page: Page) => string } = {
  paragraph: ({ children }, page) => `<p>${inlineHtml(children, page)}</p>`,
  heading: ({ children }, page) => `<p><b>${inlineHtml(children, page)}</b></p>`,
  blockquote: ({ children }, page) => `<blockquote>${blocksHtml(children, page)}</blockquote>`,
  list: listHtml,
  code: ({ value, lang }, page) => codeHtml(value, lang ?? "", page.style.paint),
  table: tableHtml,
  thematicBreak: () => "<hr>",
  footnoteDefinition: ({ label, identifier, children }, page) =>
    `<div class="footnote">${footnoteSign(label ?? identifier)}${blocksHtml(children, page)}</div>`,
  html: ({ value }) => wordsOf(value),
};

function blockHtml<Type extends BlockType>(node: BlockNode<Type>, page: Page): string {
  return WRITERS[node.type]?.(node, page) ?? "";
}

function listHtml(list: List, page: Page): string {
  const tag = list.ordered === true ? "ol" : "ul";
  const start = list.ordered === true && (list.start ?? 1) !== 1 ? ` start="${list.start}"` : "";
  const isLoose = list.spread === true || list.children.some((item) => item.spread === true);
  const items = list.children.map((item) => `<li>${itemHtml(item, isLoose ? "loose" : "tight", page)}</li>`);
  return `<${tag}${start}>${items.join("")}</${tag}>`;
}

/** In a tight list a paragraph stands in its item without a tag of its own, as in CommonMark. */
function itemHtml(item: ListItem, spacing: "loose" | "tight", page: Page): string {
  const blocks = item.children.map((block) =>
    block.type === "paragraph" && spacing === "tight"
      ? inlineHtml(block.children, page)
      : blocksHtml([block], page),
  );
  return checkbox(item) + blocks.join("");
}

function checkbox({ checked }: ListItem): string {
  if (typeof checked !== "boolean") return "";
  return checked ? "☑ " : "☐ ";
}

function tableHtml({ align, children }: Table, page: Page): string {
  const rows = children.map((row, index) => {
    const tag = index === 0 ? "th" : "td";
    const cells = row.children.map((cell, column) => {
      const side = align?.[column] ?? null;
      const look = side === null ? "" : ` align="${side}"`;
      return `<${tag}${look}>${inlineHtml(cell.children, page)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${rows.join("")}</table>`;
}

/** What stands between these tags is not for reading. */
const SILENT = /<(script|style|template|iframe)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;

function wordsOf(html: string): string {
  const words = htmlText(html.replaceAll(SILENT, "")).replaceAll("&nbsp;", " ").trim();
  return words === "" ? "" : `<p>${escapeText(words)}</p>`;
}

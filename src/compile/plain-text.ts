import type { Nodes } from "mdast";

import { STEERING } from "../base/steering.ts";
import { withoutScripts } from "./source/without-scripts.ts";

/** How deep a tree is followed: nobody nests deeper, but hostile files do. */
const DEEPEST = 200;

/** Characters without a shape, which editors and web pages leave behind. */
const INVISIBLE = /[\u200B\u200E\u200F\u2060\uFEFF]/g;

/** What a tidy text doesn't have: most texts are tidy already. */
const UNTIDY = /[\u200B\u200E\u200F\u2060\uFEFF]|[^\S\n]{2}|[^\S\n ]| \n|\n\s/;

/** Returns what a reader sees of some nodes as plain text: a line for each block, white space collapsed. */
export function plainText(nodes: readonly Nodes[]): string {
  const parts: string[] = [];
  for (const node of nodes) write(node, parts, 0);
  return tidy(parts.join(""));
}

/** Returns a text NFC-normalised and trimmed, without invisible characters; white space within a line becomes one space. */
export function tidy(text: string): string {
  const composed = text.normalize("NFC").trim();
  if (!UNTIDY.test(composed)) return composed;
  return composed
    .replaceAll(INVISIBLE, "")
    .replaceAll(/[^\S\n]{2,}|[^\S\n ]/g, " ")
    .replaceAll(/ \n\s*|\n\s+/g, "\n")
    .trim();
}

/** Returns plain text in one line. */
export function inOneLine(text: string): string {
  return text.replaceAll("\n", " ");
}

/** Returns plain text as it is listed: in one line, and nothing in it steers a terminal or turns text around. */
export function asListed(text: string): string {
  return inOneLine(text).replaceAll(STEERING, "").trim();
}

/** Returns what is seen of a piece of HTML: the text between its tags, and what its pictures are called. */
export function htmlText(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replaceAll(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replaceAll(/<img\b[^<>]*>/gi, (tag) => ` ${attributeOf(tag, "alt") || attributeOf(tag, "src")} `)
    .replaceAll(BETWEEN, "$1 ")
    .replaceAll(INLINE, "")
    .replaceAll(/<\/?[a-zA-Z][^<>]*>/g, " ");
}

/** Where one tag ends and another begins, there is a word on each side. */
const BETWEEN = /(<\/[a-z][^<>]*>)(?=<[a-z])/gi;

/** Tags that part no words. */
const INLINE =
  /<\/?(?:a|abbr|b|big|code|em|font|i|kbd|mark|s|samp|small|span|strong|sub|sup|tt|u|var)(?:\s[^<>]*)?>/gi;

function attributeOf(tag: string, name: "alt" | "src"): string {
  return new RegExp(`\\b${name}=["']?([^"'>]*)`, "i").exec(tag)?.[1] ?? "";
}

function write(node: Nodes, parts: string[], depth: number): void {
  switch (node.type) {
    case "text":
      parts.push(node.value.replaceAll("\n", " "));
      return;
    case "inlineCode":
      parts.push(node.value);
      return;
    case "code":
      parts.push(node.value, "\n");
      return;
    case "html":
      parts.push(htmlText(node.value));
      return;
    case "image":
      parts.push(node.alt || node.url);
      return;
    case "imageReference":
      parts.push(node.alt || node.identifier);
      return;
    case "break":
      parts.push(" ");
      return;
    default:
      writeChildren(node, parts, depth);
  }
}

function writeChildren(node: Nodes, parts: string[], depth: number): void {
  if (!("children" in node) || depth > DEEPEST) return;
  for (const child of withoutScripts<Nodes>(node.children)) write(child, parts, depth + 1);
  parts.push(SEPARATORS[node.type] ?? "");
}

const SEPARATORS: Readonly<Partial<Record<Nodes["type"], string>>> = {
  paragraph: "\n",
  heading: "\n",
  tableCell: "\t",
  tableRow: "\n",
};

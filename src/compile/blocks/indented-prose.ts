import type { Code, RootContent } from "mdast";

import { extentOf } from "../source/extent.ts";
import { isQuestion } from "../words/asks.ts";

/** Signs that a text was written as Markdown: a fence, a link, a line in bold type. */
const MARKDOWN = /^\s*(?:```|~~~)|\]\((?:#|https?:)|^\s*\*\*[^*\n]+\*\*[:：]?\s*$/m;

/** Nothing but addresses, and a word that keeps a place. */
const ADDRESSES = /^\s*(?:(?:https?:\S+|todo)(?:\s+|$))+$/i;

/** Tells whether a piece of code is code only because of its indentation. */
export function isIndented(code: Code, source: string): boolean {
  const { start } = extentOf(code);
  return !/^[ \t]*(?:```|~~~)/.test(source.slice(start, start + 16));
}

/** Tells whether an indented block holds no code: people indent their answers, and four spaces make code of them. */
export function isProse({ value }: Code): boolean {
  if (MARKDOWN.test(value) || ADDRESSES.test(value)) return true;
  if (isAsked(value.trim())) return true;
  const signs = countOf(value, /[{}[\]();=<>$\\|&@#/]/g);
  const visible = countOf(value, /\S/g);
  if (signs > visible * 0.06) return false;
  if (countOf(value, /\p{Script=Han}/gu) > visible * 0.3) return true;
  const lines = value.split("\n").filter((line) => line.trim() !== "");
  const words = countOf(value, /\p{L}+/gu);
  return words >= lines.length * 4 && /[a-z],? [a-z]/.test(value) && /[a-z)"][.?!]$/m.test(value.trimEnd());
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Tells whether a text is one line that asks, without the signs of code. */
function isAsked(text: string): boolean {
  return isQuestion(text) && !/[\n\r;{}=$]/.test(text);
}

/** Tells whether a paragraph is a list item that the parser misses: behind indented code it takes none but `1.`. */
export function isMissedItem(node: RootContent, above: Code, source: string): boolean {
  const [first] = node.type === "paragraph" ? node.children : [];
  return first?.type === "text" && /^\d{1,9}[.)]\s/.test(first.value) && isIndented(above, source);
}

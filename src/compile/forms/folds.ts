import type { Html } from "mdast";

import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import type { Passage } from "../blocks/passage.ts";
import { htmlText, tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import type { Range } from "../source/inline-text.ts";
import { isAnswerLabel } from "../words/labels.ts";
import type { Context } from "./context.ts";

const SUMMARY = /<details\b[^>]*>\s*<summary\b[^>]*>([^<>]*(?:<(?!\/summary)[^>]*>[^<>]*)*)<\/summary\s*>/gi;

const CLOSING = /<\/details\s*>/i;

/** Where the closing tag is farther away, it is missing. */
const MOST_BLOCKS = 200;

/** A text to unfold, as it stands in a piece of HTML: its summary, and what follows up to the closing tag or the end. */
export interface Fold {
  readonly title: Range;
  readonly body: Range;
}

/** Returns the folds that begin in a piece of HTML. */
export function foldsIn(html: string): readonly Fold[] {
  return [...html.matchAll(SUMMARY)].map((found) => {
    const inner = found[1] ?? "";
    const end = found.index + found[0].length;
    const from = end - inner.length - (/<\/summary\s*>$/i.exec(found[0])?.[0].length ?? 0);
    const closing = CLOSING.exec(html.slice(end));
    const to = closing === null ? html.length : end + closing.index;
    return { title: { from, to: from + inner.length }, body: { from: end, to } };
  });
}

/** Cuts the text out of a piece of HTML; its place is that of its first word. */
export function cutHtml(document: Document, node: Html, { from, to }: Range): Passage {
  const html = node.value.slice(from, to);
  const words = tidy(htmlText(html));
  const lead = /^(?:\s|&nbsp;|<[^>]*>)*/.exec(html)?.[0].length ?? 0;
  const place = placeAt(document, extentOf(node).start + from + lead);
  return { content: { markdown: words, place }, words };
}

/** Returns the index of the block that ends a fold: it holds the closing tag or, if that is missing, the next fold begins behind it. */
export function endOfFold({ text }: Document, blocks: readonly Block[], at: number): number {
  const near = blocks.slice(at, at + MOST_BLOCKS);
  const closing = near.findIndex(({ node, mark }, index) => {
    const { start, end } = extentOf(node);
    return (mark === null || index === 0) && CLOSING.test(text.slice(start, end));
  });
  if (closing !== -1) return at + closing;
  const next = near.findIndex(({ node, mark }, index) => index > 0 && (mark !== null || opensFold(node)));
  if (next !== -1) return at + next - 1;
  return near.length < MOST_BLOCKS ? at + near.length - 1 : at;
}

function opensFold(node: Block["node"]): boolean {
  return node.type === "html" && foldsIn(node.value).length > 0;
}

/** Tells whether a block begins a fold whose summary says nothing but that the answer is inside. */
export function isAnswerFold({ node }: Block): boolean {
  if (node.type !== "html") return false;
  const [fold] = foldsIn(node.value);
  const label = fold === undefined ? node.value : node.value.slice(fold.title.from, fold.title.to);
  return isAnswerLabel(htmlText(label));
}

/** Returns what of an answer stands in the block that unfolds it. */
export function leadOfFold({ document }: Context, node: Html): readonly ContentPart[] {
  const [fold] = foldsIn(node.value);
  const passage = fold === undefined ? null : cutHtml(document, node, fold.body);
  return passage === null || passage.words === "" ? [] : [{ type: "lines", passage }];
}

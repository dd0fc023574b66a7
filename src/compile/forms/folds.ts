import type { Html, Nodes } from "mdast";

import type { Block, Part } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import type { Passage } from "../blocks/passage.ts";
import { htmlText, tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import type { Range } from "../source/inline-text.ts";
import { placeInHtml } from "../source/place-in-html.ts";
import { asks } from "../words/asks.ts";
import { isAnswerLabel } from "../words/labels.ts";
import type { Context } from "./context.ts";

// A tag or two may stand before the summary: `<div>#gears</div>`.
const SUMMARY =
  /<details\b[^<>]*>\s*(?:<(?!\/?(?:details|summary)\b)[^<>]*>[^<>]{0,80}){0,4}<summary\b[^<>]*>([^<]*(?:<(?!\/summary|details)[^<>]*>[^<]*)*)<\/summary\s*>/gi;

const CLOSING = /<\/details\s*>/i;

const OPENING = /<details\b/i;

const TAG = /<(\/?)details\b[^<>]*>/gi;

/** Where the closing tag is farther away, it is missing. */
const MOST_BLOCKS = 200;

/** A text to unfold, as it stands in a piece of HTML: its summary, and what follows up to the closing tag, the next fold or the end. */
export interface Fold {
  readonly title: Range;
  readonly body: Range;
}

/** Returns the folds that begin in a piece of HTML. */
export function foldsIn(html: string): readonly Fold[] {
  return [...html.matchAll(SUMMARY)].map((found, index, all) => {
    const inner = found[1] ?? "";
    const end = found.index + found[0].length;
    const from = end - inner.length - (/<\/summary\s*>$/i.exec(found[0])?.[0].length ?? 0);
    const below = html.slice(end, all[index + 1]?.index);
    const to = end + (CLOSING.exec(below)?.index ?? below.length);
    return { title: { from, to: from + inner.length }, body: { from: end, to } };
  });
}

/** Fewer folds that ask are no habit. */
const FEWEST = 3;

/** Tells whether most of the folds of a file ask: the others name a topic then, and don't only hide the rest of an answer. */
export function foldsAsk(parts: readonly Part[]): boolean {
  const titles = parts.flatMap((part) => {
    const node = part.type === "block" ? part.block.node : null;
    return node?.type === "html"
      ? foldsIn(node.value).map(({ title }) => htmlText(node.value.slice(title.from, title.to)))
      : [];
  });
  const asking = titles.filter((title) => asks(tidy(title))).length;
  return asking >= FEWEST && asking * 2 >= titles.length;
}

/** Cuts the text out of a piece of HTML; its place is that of its first word. */
export function cutHtml(document: Document, node: Html, { from, to }: Range): Passage {
  const html = node.value.slice(from, to);
  const words = tidy(htmlText(html));
  const lead = /^(?:\s|&nbsp;|<[^>]*>)*/.exec(html)?.[0].length ?? 0;
  const place = placeInHtml(document, node, from + lead);
  return { content: { markdown: words, place }, words };
}

/**
 * Returns the index of the block that ends a fold: it holds the closing tag, behind those of the folds inside, or, if
 * that is missing, the next fold begins behind it. A card mark ends a fold, too.
 */
export function endOfFold(blocks: readonly Block[], at: number): number {
  const all = blocks.slice(at, at + MOST_BLOCKS);
  const mark = all.findIndex((block, index) => index > 0 && block.mark !== null);
  const near = mark === -1 ? all : all.slice(0, mark);
  // The tag that opens a fold may stand above its summary, in a block of its own.
  let depth = opensHere(near[0]) ? 0 : 1;
  const closing = near.findIndex(({ node }) => {
    depth += deeperBy(node);
    return depth <= 0;
  });
  if (closing !== -1) return at + closing;
  const next = near.findIndex(({ node }, index) => index > 0 && opensFold(node));
  if (next !== -1) return at + next - 1;
  return near.length < MOST_BLOCKS ? at + near.length - 1 : at;
}

/** Returns how many more folds a node opens than it closes; what stands in code is none. */
function deeperBy(node: Nodes): number {
  if (node.type === "html") {
    const tags = [...node.value.matchAll(TAG)];
    return tags.reduce((sum, [, slash]) => sum + (slash === "" ? 1 : -1), 0);
  }
  const inside: readonly Nodes[] = "children" in node ? node.children : [];
  return inside.reduce((sum, child) => sum + deeperBy(child), 0);
}

function opensHere(block: Block | undefined): boolean {
  return block?.node.type === "html" && OPENING.test(block.node.value);
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

/** Returns what of an answer stands in the block that unfolds it, with the folds inside. */
export function leadOfFold({ document }: Context, node: Html): readonly ContentPart[] {
  const [fold] = foldsIn(node.value);
  const passage =
    fold === undefined ? null : cutHtml(document, node, { from: fold.body.from, to: node.value.length });
  return passage === null || passage.words === "" ? [] : [{ type: "lines", passage }];
}

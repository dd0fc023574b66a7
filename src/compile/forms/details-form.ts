import type { Html } from "mdast";

import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import type { Passage } from "../blocks/passage.ts";
import { htmlText, tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import type { Range } from "../source/inline-text.ts";
import { asks } from "../words/asks.ts";
import { isUnfoldLabel } from "../words/labels.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { allOf, answerMissing, questionIn } from "./found.ts";
import { promptOfPassage } from "./prompt.ts";

const SUMMARY = /<details\b[^>]*>\s*<summary\b[^>]*>([^<>]*(?:<(?!\/summary)[^>]*>[^<>]*)*)<\/summary\s*>/gi;
const CLOSING = /<\/details\s*>/i;

/** Where the closing tag is farther away, it is missing. */
const MOST_BLOCKS = 200;

/** A question to unfold, as it stands in a piece of HTML: what it asks, and what follows up to the closing tag or the end. */
interface Fold {
  readonly title: Range;
  readonly body: Range;
}

/** Finds questions to unfold, `<details><summary>What is ...?</summary>`: each is answered down to its `</details>`. */
export function detailsForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block?.node.type !== "html") return null;
  const { node, mark } = block;
  const folds = foldsIn(node.value);
  const titles = folds.map(({ title }) => cutHtml(context.document, node, title));
  if (titles.length === 0 || !titles.every(({ words }) => asks(words) && !isUnfoldLabel(words))) return null;
  const end = closingFrom(context.document, blocks, at);
  const rest = partsOf(blocks.slice(at + 1, end + 1));
  const findings = folds.map(({ title, body }, index) => {
    const prompt = promptOfPassage(cutHtml(context.document, node, title));
    const lead: ContentPart = { type: "lines", passage: cutHtml(context.document, node, body) };
    const answer = trimParts(index === folds.length - 1 ? [lead, ...rest] : [lead]);
    if (leadsNowhere(answer)) return answerMissing(prompt);
    return {
      notes: [questionIn(context, { prompt, answer, mark: index === 0 ? mark : null })],
      problems: [],
    };
  });
  return { findings: allOf(findings), next: end + 1, end: "closed" };
}

function foldsIn(html: string): readonly Fold[] {
  return [...html.matchAll(SUMMARY)].map((found) => {
    const inner = found[1] ?? "";
    const end = found.index + found[0].length;
    const from = end - inner.length - (/<\/summary\s*>$/i.exec(found[0])?.[0].length ?? 0);
    const closing = CLOSING.exec(html.slice(end));
    const to = closing === null ? html.length : end + closing.index;
    return { title: { from, to: from + inner.length }, body: { from: end, to } };
  });
}

/** Returns the index of the block that holds the closing tag; the first one's if there is none. */
function closingFrom({ text }: Document, blocks: readonly Block[], at: number): number {
  const near = blocks.slice(at, at + MOST_BLOCKS);
  const closing = near.findIndex(({ node, mark }, index) => {
    const { start, end } = extentOf(node);
    return (mark === null || index === 0) && CLOSING.test(text.slice(start, end));
  });
  return at + Math.max(0, closing);
}

/** Cuts the text out of a piece of HTML; its place is that of its first word. */
function cutHtml(document: Document, node: Html, { from, to }: Range): Passage {
  const html = node.value.slice(from, to);
  const words = tidy(htmlText(html));
  const lead = /^(?:\s|&nbsp;|<[^>]*>)*/.exec(html)?.[0].length ?? 0;
  const place = placeAt(document, extentOf(node).start + from + lead);
  return { content: { markdown: words, place }, words };
}

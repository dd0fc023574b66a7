import type { Block } from "../blocks/block.ts";
import type { ContentPart } from "../blocks/content-parts.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import type { Line } from "../blocks/line.ts";
import { isBold } from "../blocks/line.ts";
import { quotesAt, unquoted } from "../blocks/quotes.ts";
import { plainText } from "../plain-text.ts";
import { asksByMark, isQuestion } from "../words/asks.ts";
import { isAnswerLabel, isQuestionLabel } from "../words/labels.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf } from "./prompt.ts";
import { isOpen, shortLine } from "./short-line.ts";

/** Finds a short line that is answered by the quote below it. */
export function quoteForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  if (!mayAnswer(context, blocks[at + 1])) return null;
  const line = answeredLine(context, blocks, at);
  if (line === null) return null;
  const quotes = quotesAt(blocks, at + 1);
  const answer = trimParts(partsOf(unquoted(quotes)));
  if (leadsNowhere(answer) || introduces(line, answer[0])) return null;
  if (!asksByMark(line.text) && askOn(quotes)) return null;
  const note = questionIn(context, {
    prompt: promptOf(context, line),
    answer,
    mark: blocks[at]?.mark ?? null,
  });
  return { findings: { notes: [note], problems: [] }, next: at + 1 + quotes.length, end: "closed" };
}

/** Tells whether a block is a quote, in a file whose quotes aren't its questions. */
function mayAnswer({ habits }: Context, block: Block | undefined): boolean {
  return block?.node.type === "blockquote" && habits.quotes === "texts";
}

/** Returns a short line that the quote below it may answer; `null` if it is a label, or leads to an aside in a text. */
function answeredLine(context: Context, blocks: readonly Block[], at: number): Line | null {
  const line = shortLine(context, blocks[at]);
  if (line === null || !isOpen(line)) return null;
  if (blocks[at]?.mark !== null) return line;
  if (isQuestionLabel(line.text) || isAnswerLabel(line.text)) return null;
  if (line.manner !== "tells") return line;
  const aside = isBold(line) ? standsAmongOthers(context, blocks, at) : isAside(line, blocks, at);
  return aside ? null : line;
}

/** Tells whether most of the bold lines around one are followed by something else than a quote: they only part a text. */
function standsAmongOthers(context: Context, blocks: readonly Block[], at: number): boolean {
  const bold = nearby(blocks, at).filter(({ block }) => {
    const line = shortLine(context, block);
    return line !== null && isBold(line);
  });
  return bold.filter(({ quoted }) => quoted).length * 2 < bold.length;
}

/** Returns the blocks around an index, each with whether a quote follows it. */
function nearby(blocks: readonly Block[], at: number): readonly { block: Block; quoted: boolean }[] {
  const near = blocks.slice(Math.max(0, at - NEAR), at + NEAR);
  return near.map((block, index) => ({ block, quoted: near[index + 1]?.node.type === "blockquote" }));
}

/** So many blocks before and behind a quote tell what it stands among. */
const NEAR = 12;

/** How many blocks of text for each that a quote answers make an aside of a quote; fewer, if the line leads up to it. */
const MOSTLY_TEXT = 3;

/** Tells whether what is quoted is itself nothing but a question, which sums nothing up and answers nothing. */
export function askOn(quotes: readonly Block[]): boolean {
  const text = plainText(quotes.map(({ node }) => node));
  return isQuestion(text) && !/[。；]|[.;]\s/u.test(text);
}

/** Tells whether a quote stands in a text, which cites something now and then, and not among lines that are answered by quotes. */
function isAside({ text }: Line, blocks: readonly Block[], at: number): boolean {
  const texts = nearby(blocks, at).filter(({ block }) => TEXT.has(block.node.type));
  const answered = texts.filter(({ quoted }) => quoted);
  const others = texts.filter(({ quoted }) => !quoted);
  return others.length > answered.length * (/[:：]$/.test(text) ? 1 : MOSTLY_TEXT);
}

/** What a text consists of beside its quotes. */
const TEXT: ReadonlySet<string> = new Set(["paragraph", "list", "code", "table"]);

/** Tells whether a line belongs to a list, which it doesn't ask for: `The steps are:`. */
function introduces(line: Line, first: ContentPart | undefined): boolean {
  return /[:：]$/.test(line.text) && first?.type === "block" && first.block.node.type === "list";
}

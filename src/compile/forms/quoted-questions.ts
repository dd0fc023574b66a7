import { blocksBetweenHeadings } from "../blocks/between-headings.ts";
import type { Block, Part } from "../blocks/block.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { asks, asksByMark } from "../words/asks.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { askedLine } from "./label-form.ts";
import { promptOf } from "./prompt.ts";

/** Fewer quotes that ask, or smaller shares of all, cite something; fewer will do if all have question marks. */
const FEWEST = 8;
const FEWEST_MARKED = 4;
const LINES = 4 / 5;
const ASKING = 1 / 2;

/** So large a share of the sections with quotes begins with one: in a text a quote comes later. */
const BEGUN = 2 / 3;

/** Finds a question that is set apart as a quote, in a file where quotes are for questions: what follows answers it. */
export function quotedQuestion(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (context.habits.quotes === "texts" || block?.node.type !== "blockquote") return null;
  const line = askedLine(context, block);
  if (line === null) return null;
  const note = questionIn(context, { prompt: promptOf(context, line), answer: [], mark: block.mark });
  return { findings: { notes: [note], problems: [] }, next: at + 1, end: "open" };
}

/** Tells whether the quotes of a file are its questions: nearly each is one line, many ask, and sections begin with them. */
export function quotesAsk(parts: readonly Part[]): boolean {
  const sections = blocksBetweenHeadings(parts).filter((blocks) => blocks.some(isQuote));
  const quotes = sections.flatMap((blocks) => blocks.filter(isQuote));
  const lines = quotes.flatMap((quote) => lineIn(quote) ?? []);
  const asking = lines.filter((text) => asks(text)).length;
  const fewest = lines.length === quotes.length && lines.every(asksByMark) ? FEWEST_MARKED : FEWEST;
  if (asking < fewest || lines.length < quotes.length * LINES || asking < quotes.length * ASKING)
    return false;
  const begun = sections.filter(([first]) => first !== undefined && isQuote(first)).length;
  return begun >= sections.length * BEGUN;
}

function isQuote({ node }: Block): boolean {
  return node.type === "blockquote";
}

/** Returns what a quote says that is one line, or a list of one; `null` if it says more. */
function lineIn({ node }: Block): string | null {
  const inner = node.type === "blockquote" ? onlyOf(node.children) : null;
  const item = inner?.type === "list" ? onlyOf(inner.children) : null;
  const line = item === null ? inner : onlyOf(item.children);
  const lines = line?.type === "paragraph" ? roughLines(line) : [];
  return onlyOf(lines)?.text ?? null;
}

function onlyOf<Thing>(things: readonly Thing[]): Thing | null {
  return things.length === 1 ? (things[0] ?? null) : null;
}

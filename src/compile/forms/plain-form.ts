import type { Paragraph, RootContent } from "mdast";

import { blocksBetweenHeadings } from "../blocks/between-headings.ts";
import type { Block, Part } from "../blocks/block.ts";
import { lineOf, linesOf } from "../blocks/line.ts";
import { roughLines } from "../blocks/rough-line.ts";
import type { InlineText, Range } from "../source/inline-text.ts";
import { readInline } from "../source/inline-text.ts";
import { asks, asksByMark, isQuestion, isStatement } from "../words/asks.ts";
import type { Context } from "./context.ts";
import type { Step } from "./found.ts";
import { noteOfLines } from "./note-of-lines.ts";

/** Fewer paragraphs that ask, or a smaller share of all, are a figure of speech. */
const FEWEST = 5;
const LEAST_SHARE = 1 / 3;
const LEAST_SHARE_OF_SECTION = 1 / 2;

/** Prompts are lines, not texts. */
const LONGEST = 240;
const LONGEST_TOPIC = 60;

/**
 * Finds a question that nothing sets apart but its words, in a file where paragraphs begin with questions again and
 * again: the rest of the paragraph answers, and what stands below.
 */
export function plainForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block?.node.type !== "paragraph" || !context.habits.paragraphs.has(block.node)) return null;
  const inline = readInline(block.node.children, context.document.text, block.frames);
  const lines = askedLines(block.node, inline);
  const [head] = lines;
  if (head === undefined || context.habits.headings.has(lineOf(inline, head).text)) return null;
  const note = noteOfLines(context, inline, lines, block.mark);
  return note === null ? null : { findings: { notes: [note], problems: [] }, next: at + 1, end: "open" };
}

/** Returns the lines of a paragraph from the one that asks on, which a topic above it is part of; none if it doesn't ask. */
function askedLines(node: Paragraph, inline: InlineText): readonly Range[] {
  const [first, second] = roughLines(node);
  const question = asksAtFirst(node) ? first : second;
  if (question === undefined || (question === second && !asksBelowTopic(node))) return [];
  // A picture may be a line of its own, or none.
  const lines = linesOf(inline);
  const asked = lines.find((range) => titleAt(inline, range) === question.title);
  if (asked === undefined) return [];
  const begin = lines.find((range) => titleAt(inline, range) === first?.title) ?? asked;
  return [{ from: begin.from, to: asked.to }, ...lines.filter(({ from }) => from > asked.from)];
}

function titleAt(inline: InlineText, { from, to }: Range): string {
  return inline.text.slice(from, to).trim();
}

/** Returns the paragraphs of a file, or of those of its sections, that begin with questions so often that these are meant to be asked. */
export function askingParagraphs(parts: readonly Part[]): ReadonlySet<Paragraph> {
  const sections = blocksBetweenHeadings(parts).map(paragraphsIn);
  const all = sections.flat();
  const asked = ask(all, LEAST_SHARE)
    ? all
    : sections.filter((own) => ask(own, LEAST_SHARE_OF_SECTION)).flat();
  return new Set(asked.map(({ node }) => node));
}

/** A paragraph, and whether something may answer its first line. */
interface Followed {
  readonly node: Paragraph;
  readonly followed: boolean;
}

function paragraphsIn(blocks: readonly Block[]): readonly Followed[] {
  return blocks.flatMap(({ node }, index) =>
    node.type === "paragraph" ? [{ node, followed: isFollowed(node, blocks[index + 1]?.node) }] : [],
  );
}

/** Tells whether enough of some paragraphs ask. */
function ask(paragraphs: readonly Followed[], leastShare: number): boolean {
  const asked = paragraphs.filter(({ node, followed }) => followed && asksAtFirst(node)).length;
  return asked >= FEWEST && asked >= paragraphs.length * leastShare;
}

/** Tells whether something may answer a paragraph's first line: more lines, or what stands below, if it doesn't ask itself. */
function isFollowed(node: Paragraph, below: RootContent | undefined): boolean {
  if (roughLines(node).length > 1) return true;
  return below !== undefined && (below.type !== "paragraph" || !asksAtFirst(below));
}

/** Tells whether a paragraph begins with a line that asks: by a question mark, if nothing else stands in it. */
function asksAtFirst(node: Paragraph): boolean {
  const [first, ...others] = roughLines(node);
  if (first === undefined || first.style !== null || first.text.length > LONGEST) return false;
  return others.length > 0 ? asksByMark(first.text) || asks(first.text) : isQuestion(first.text);
}

/** Tells whether a paragraph's first line is the topic of the question in its second one. */
function asksBelowTopic(node: Paragraph): boolean {
  const [topic, question, answer] = roughLines(node);
  if (topic === undefined || question === undefined || answer === undefined) return false;
  return topic.text.length <= LONGEST_TOPIC && !isStatement(topic.text) && isQuestion(question.text);
}

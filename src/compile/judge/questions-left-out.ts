import type { Paragraph, RootContent } from "mdast";

import type { Problem } from "../../base/problem.ts";
import type { Block, Part } from "../blocks/block.ts";
import { isAdvert } from "../blocks/blocks.ts";
import { readLinks } from "../blocks/links.ts";
import { roughLines } from "../blocks/rough-line.ts";
import type { Context } from "../forms/context.ts";
import type { Findings, Found } from "../forms/found.ts";
import { isAnswered } from "../forms/prompt-lines.ts";
import { asListed } from "../plain-text.ts";
import { placeAt } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import { asksByMark, isQuestion } from "../words/asks.ts";
import { questionLabelOf } from "../words/labels.ts";

/** Longer paragraphs are prose, whatever they begin with. */
const LONGEST = 400;

/** Lines of a file, from the first to the last. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Tells of what looks like a question, and has become neither a note, nor a part of one, nor a complaint. */
export function questionsLeftOut(
  context: Context,
  parts: readonly Part[],
  { notes, problems }: Findings,
): readonly Problem[] {
  const taken = notes.map(linesOf);
  const said = problems.map(({ place }) => ({ first: place.line, last: place.line }));
  const all = [...taken, ...said].toSorted((one, other) => one.first - other.first);
  let last = 0;
  let next = 0;
  return parts.flatMap((part): readonly Problem[] => {
    const lines = linesOfNode(part.type === "block" ? part.block.node : part.heading.block.node);
    for (let region = all[next]; region !== undefined && region.first <= lines.last; region = all[next]) {
      last = Math.max(last, region.last);
      next += 1;
    }
    return last >= lines.first ? [] : askedIn(context, part);
  });
}

/** Returns the lines that a note takes, from its prompt down to the end of its answer. */
function linesOf(note: Found): Lines {
  if (note.form === "cloze") return linesOfBlocks(note.content);
  const { line } = note.prompt.passage.content.place;
  const ends = note.answer.map((part) => {
    if (part.type === "block") return linesOfNode(part.block.node).last;
    const { place, markdown } = part.passage.content;
    return place.line + markdown.split("\n").length - 1;
  });
  return { first: line, last: ends.reduce((last, end) => Math.max(last, end), line) };
}

function linesOfBlocks(blocks: readonly Block[]): Lines {
  const lines = blocks.map(({ node }) => linesOfNode(node));
  return { first: lines[0]?.first ?? 0, last: lines.at(-1)?.last ?? 0 };
}

function linesOfNode({ position }: RootContent): Lines {
  return { first: position?.start.line ?? 0, last: position?.end.line ?? 0 };
}

function askedIn({ document, habits }: Context, part: Part): readonly Problem[] {
  const asked = part.type === "block" ? askedInBlock(part.block) : null;
  const [text, offset] =
    part.type === "heading" && part.heading.line.manner !== "tells"
      ? [part.heading.line.text, part.heading.line.inline.starts[part.heading.line.bare.from]]
      : [asked?.text ?? "", asked?.offset];
  if (text === "" || offset === undefined || habits.headings.has(text) !== (part.type === "heading"))
    return [];
  const data = { heading: asListed(text), rule: "unclear" } as const;
  return [{ code: "section-left-out", place: placeAt(document, offset), data }];
}

interface Asked {
  readonly text: string;
  /** Where it begins in the source. */
  readonly offset: number;
}

/** Returns what a block asks: its first line, or the first of its items that asks. */
function askedInBlock(block: Block): Asked | null {
  const { node } = block;
  if (isAdvert(block)) return null;
  if (node.type === "paragraph") return askedInParagraph(node, "unanswered");
  if (node.type !== "list") return null;
  for (const item of node.children) {
    const [first] = item.children;
    const asked =
      first?.type === "paragraph"
        ? askedInParagraph(first, isAnswered(item) ? "answered" : "unanswered")
        : null;
    if (asked !== null) return asked;
  }
  return null;
}

/** What is answered in its item may go on behind the question mark. */
function askedInParagraph(node: Paragraph, state: "answered" | "unanswered"): Asked | null {
  const { start, end } = extentOf(node);
  const [line] = end - start > LONGEST || readLinks(node).links.length > 0 ? [] : roughLines(node);
  if (line === undefined) return null;
  const isAsking =
    line.lead !== null ||
    isLabelled(line.title) ||
    (state === "answered" ? asksByMark(line.text) : isQuestion(line.text));
  return isAsking ? { text: line.text, offset: start } : null;
}

function isLabelled(title: string): boolean {
  const label = questionLabelOf(title);
  return label > 0 && label < title.length;
}

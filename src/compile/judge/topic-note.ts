import type { Block } from "../blocks/block.ts";
import { isFooter, trimBlocks } from "../blocks/blocks.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import type { Outline, Section } from "../blocks/outline.ts";
import { blocksBelow } from "../blocks/outline.ts";
import { headOfItem } from "../blocks/rough-line.ts";
import { questionsOnly } from "../forms/bare-questions.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { allOf, leftOut, NOTHING } from "../forms/found.ts";
import { isListOfLines } from "../forms/lists-of-lines.ts";
import { piecesOf } from "../forms/pieces.ts";
import { isDialogue } from "./dialogue.ts";
import { headingNote } from "./heading-note.ts";
import { labelledPairs } from "./labelled-pair.ts";
import { holdsAspects } from "./roles.ts";

/** Finds the note of a topic below which nothing else is a card: its heading asks, everything below answers. */
export function topicNote(context: Context, section: Section): Findings {
  const { document } = context;
  const answered = withoutStubs(section);
  const body = textBelow(answered);
  if (body.length === 0) return leftOut(document, section.heading, "no-body");
  if (holdOnlyLinks(body)) return leftOut(document, section.heading, "links-only");
  if (repeatsHeadings(context, body)) return leftOut(document, section.heading, "contents");
  const questions = questionsOnly(context, body);
  if (questions !== null) {
    // The sections have complained for themselves.
    const missing = section.sections.length === 0 ? questions : NOTHING;
    return allOf([leftOut(document, section.heading, "no-body"), missing]);
  }
  if (isDialogue(body)) return leftOut(document, section.heading, "dialogue");
  return headingNote(context, section.heading, blocksBelow(answered));
}

/** Tells whether blocks are lists of lines that stand somewhere in the file as headings. */
function repeatsHeadings({ habits }: Context, body: readonly Block[]): boolean {
  return body.every(
    (block) =>
      block.node.type === "list" &&
      isListOfLines(block) &&
      block.node.children.every((item) => habits.headings.has(headOfItem(item)?.text ?? "")),
  );
}

/** Tells whether a topic is told by its aspects: labelled questions, or bare ones, below them are none. */
export function isToldByAspects(context: Context, section: Section): boolean {
  if (!holdsAspects(section, context.habits) || labelledPairs(section.sections).length > 0) return false;
  if (questionsOnly(context, textBelow(section)) !== null) return false;
  const below = section.sections.flatMap(({ blocks }) => blocks.flatMap((block) => piecesOf(context, block)));
  return below.every(({ type }) => type !== "question");
}

/** Returns what stands below a heading, without the headings in it. */
function textBelow(section: Section): readonly Block[] {
  return trimBlocks(blocksBelow(section).filter(({ node }) => node.type !== "heading"));
}

/** Returns an outline without the questions in it that nobody has answered: they are no part of an answer. */
function withoutStubs<Kind extends Outline>(outline: Kind): Kind {
  const sections = outline.sections.filter(({ heading, blocks, sections: below }) => {
    const isEmpty = below.length === 0 && blocks.every(isFooter);
    return !isEmpty || heading.line.manner === "tells";
  });
  return { ...outline, sections: sections.map((section) => withoutStubs(section)) };
}

import type { Block } from "../blocks/block.ts";
import { trimBlocks } from "../blocks/blocks.ts";
import { leadsNowhere, partsOf } from "../blocks/content-parts.ts";
import type { Outline, Section } from "../blocks/outline.ts";
import { blocksBelow } from "../blocks/outline.ts";
import { quotesAt } from "../blocks/quotes.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { allOf, leftOut, NOTHING } from "../forms/found.ts";
import { scan } from "../forms/scan.ts";
import { asksByMark } from "../words/asks.ts";
import { headingNote } from "./heading-note.ts";
import { labelledPairs, pairNote } from "./labelled-pair.ts";
import { formBelowMark, markedNote } from "./marked-heading.ts";
import { outlineNote } from "./outline-note.ts";
import type { Role } from "./roles.ts";
import { answersBelowLabel, holdsAspects, isDivided, rolesOf } from "./roles.ts";
import { topicNote } from "./topic-note.ts";

/** Finds the notes of a document: each section is judged by its heading, and by what stands around and below it. */
export function judge(context: Context, { blocks, sections }: Outline): Findings {
  const [first, ...others] = sections;
  const title = first !== undefined && others.length === 0 && isTitle(first) ? first : null;
  const below = title === null ? judgeSections(context, sections) : judgeTitle(context, title);
  return allOf([scan(context, blocks), below]);
}

/** Tells whether a file's only top-level heading is its title; one of a lower level with no sections is a heading like others. */
function isTitle({ heading, sections }: Section): boolean {
  return heading.rank === 1 || sections.length > 0;
}

/** A title is a card only if nothing below it is, or if it asks and is answered before the first section. */
function judgeTitle(context: Context, title: Section): Findings {
  const { heading, blocks, sections } = title;
  if (heading.block.mark !== null) return judgeQuestion(context, title);
  const inner = inside(context, title);
  const own = trimBlocks(blocks);
  const forms = scan(inner, own);
  const below = allOf([forms, judgeSections(inner, sections)]);
  if (heading.line.manner !== "tells") {
    if (forms.notes.length === 0 && answers(own)) return allOf([headingNote(context, heading, own), below]);
    if (below.notes.length === 0) return headingNote(context, heading, blocksBelow(title));
  }
  const alone = below.notes.length === 0 && sections.length === 0 && own[0]?.node.type !== "blockquote";
  return allOf([alone ? topicNote(context, title) : leftOut(context.document, heading, "title"), below]);
}

function judgeSections(context: Context, sections: readonly Section[]): Findings {
  const pairs = new Map(labelledPairs(sections).map((pair) => [pair.question, pair]));
  const answers = new Set([...pairs.values()].map((pair) => pair.answer));
  const roles = rolesOf(sections);
  return allOf(
    sections.map((section, index) => {
      const pair = pairs.get(section);
      if (pair !== undefined) return pairNote(context, pair);
      if (answers.has(section)) return NOTHING;
      const { heading } = section;
      // Beside a labelled question other labels stand: hints, what is looked for.
      if (pairs.size > 0 && !asksByMark(heading.line.text))
        return leftOut(context.document, heading, "label");
      return judgeSection(context, section, roles[index] ?? "topic");
    }),
  );
}

function judgeSection(context: Context, section: Section, role: Role): Findings {
  if (section.heading.block.mark !== null) return judgeQuestion(context, section);
  switch (role) {
    case "contents":
      return leftOut(context.document, section.heading, "contents");
    case "around":
      return leftOut(context.document, section.heading, "label");
    case "question":
      return judgeQuestion(context, section);
    case "topic":
      return judgeTopic(context, section);
  }
}

/** A question is answered by everything below it, unless that is divided into questions of its own, or holds card marks. */
function judgeQuestion(context: Context, section: Section): Findings {
  const { heading, blocks, sections } = section;
  const inner = inside(context, section);
  const form = formBelowMark(inner, section);
  if (form !== null) return allOf([form, judgeSections(inner, sections)]);
  const own = beforeMark(blocks);
  if (own.length === blocks.length && !isDivided(section))
    return noteOf(context, section, blocksBelow(section));
  const note = answers(own) || heading.block.mark !== null ? noteOf(context, section, own) : NOTHING;
  return allOf([note, scan(inner, blocks.slice(own.length)), judgeSections(inner, sections)]);
}

function noteOf(context: Context, { heading }: Section, blocks: readonly Block[]): Findings {
  return markedNote(context, heading, blocks) ?? headingNote(context, heading, blocks);
}

/** A topic is a chapter with its summary, or what stands below it makes cards, or else it is asked itself. */
function judgeTopic(context: Context, section: Section): Findings {
  const { heading, sections } = section;
  const inner = inside(context, section);
  const own = trimBlocks(section.blocks);
  const quotes = quotesAt(own, 0);
  const forms = scan(inner, own.slice(quotes.length));
  const whole = answersBelowLabel(section) || (holdsAspects(section) && quotes.length === 0);
  if (whole && forms.notes.length === 0) return headingNote(context, heading, blocksBelow(section));
  const outline = quotes.length === 0 ? NOTHING : outlineNote(context, heading, quotes);
  const found = allOf([outline, forms, judgeSections(inner, sections)]);
  if (found.notes.length === 0) return allOf([found, topicNote(context, section)]);
  return outline.notes.length > 0 ? found : allOf([leftOut(context.document, heading, "holds-cards"), found]);
}

/** Returns the context of what stands below a heading. */
function inside(context: Context, { heading }: Section): Context {
  return { ...context, trail: [...context.trail, heading.line.title] };
}

function answers(blocks: readonly Block[]): boolean {
  return !leadsNowhere(partsOf(trimBlocks(blocks)));
}

function beforeMark(blocks: readonly Block[]): readonly Block[] {
  const mark = blocks.findIndex((block) => block.mark !== null);
  return mark === -1 ? blocks : blocks.slice(0, mark);
}

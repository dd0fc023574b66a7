import type { Block } from "../blocks/block.ts";
import { isFooter, isPicture, trimBlocks } from "../blocks/blocks.ts";
import { leadsNowhere, partsOf } from "../blocks/content-parts.ts";
import type { Outline, Section } from "../blocks/outline.ts";
import { blocksBelow } from "../blocks/outline.ts";
import { beforeCards } from "../forms/clear-form.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { allOf, leftOut, NOTHING } from "../forms/found.ts";
import { scan } from "../forms/scan.ts";
import { asksByMark } from "../words/asks.ts";
import { isAnsweredWhole } from "./answered-topic.ts";
import { holdsOnlyQuestions, isDivided } from "./divided.ts";
import { headingNote, isAnsweredByLabel } from "./heading-note.ts";
import { labelledPairs, pairNote } from "./labelled-pair.ts";
import { formBelowMark, markedNote } from "./marked-heading.ts";
import { outlineNote } from "./outline-note.ts";
import { ownTextNote } from "./own-text.ts";
import type { Role } from "./roles.ts";
import { answersBelowLabel, isSeries, isSlip, isSubdivided, isTitleOfPart, rolesOf } from "./roles.ts";
import { summaryAbove } from "./summary-above.ts";
import { titleOf } from "./title-of.ts";
import { isToldByAspects, topicNote } from "./topic-note.ts";
import { wonders } from "./wonders.ts";

/** Finds the notes of a document: each section is judged by its heading, and by what stands around and below it. */
export function judge(context: Context, { blocks, sections }: Outline): Findings {
  const title = titleOf(sections);
  const below = title === null ? judgeSections(context, sections) : judgeTitle(context, title);
  return allOf([scan(context, blocks), below]);
}

/** A title is a card only if nothing below it is, or if it is answered before the first section: it asks, or the answer has a label. */
function judgeTitle(context: Context, title: Section): Findings {
  const { heading, blocks, sections } = title;
  if (heading.block.mark !== null || (answersBelowLabel(title) && !isSeries(sections))) {
    return judgeQuestion(context, title);
  }
  const inner = inside(context, title);
  const forms = scan(inner, trimBlocks(blocks));
  const below = allOf([forms, judgeSections(inner, sections)]);
  if (heading.line.manner === "tells") {
    const labelled = forms.notes.length === 0 && isAnsweredByLabel(context, trimBlocks(blocks));
    return labelled
      ? allOf([headingNote(context, heading, blocks), below])
      : judgeTellingTitle(context, title, below);
  }
  const own = forms.notes.length > 0 ? [] : trimBlocks(blocks).filter((block) => !isPicture(block));
  if (answers(own)) return allOf([headingNote(context, heading, blocks), below]);
  if (below.notes.length === 0) return headingNote(context, heading, blocksBelow(title));
  return allOf([leftOut(context.document, heading, "title"), below]);
}

function judgeTellingTitle(context: Context, title: Section, below: Findings): Findings {
  const quoted = trimBlocks(title.blocks)[0]?.node.type === "blockquote";
  if (below.notes.length === 0 && title.sections.length === 0 && !quoted) {
    return allOf([topicNote(context, title), below]);
  }
  return allOf([leftOut(context.document, title.heading, "title"), below]);
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
      const label = pairs.size > 0 && !asksByMark(heading.line.text);
      return label
        ? leftOut(context.document, heading, "label")
        : judgeSection(context, section, roles[index]);
    }),
  );
}

function judgeSection(context: Context, section: Section, role: Role = "topic"): Findings {
  if (section.heading.block.mark !== null) return judgeQuestion(context, section);
  switch (role) {
    case "contents":
      // What comes after the contents may be set below their heading.
      return allOf([
        leftOut(context.document, section.heading, "contents"),
        judgeSections(context, section.sections),
      ]);
    case "around":
      return allOf([leftOut(context.document, section.heading, "label"), formsBelow(context, section)]);
    case "record":
      return allOf([leftOut(context.document, section.heading, "label"), below(context, section)]);
    case "question":
      return isTitleOfPart(section) ? judgeTopic(context, section) : judgeQuestion(context, section);
    case "entry":
      return judgeEntry(context, section);
    case "topic":
      return judgeTopic(context, section);
  }
}

/** Judges what stands below a heading that is no card itself. */
function below(context: Context, section: Section): Findings {
  const inner = inside(context, section);
  return allOf([scan(inner, section.blocks), judgeSections(inner, section.sections)]);
}

/** Finds what is written as a note below a heading that stands around the notes; no heading there is a card. */
function formsBelow(context: Context, section: Section): Findings {
  const inner = inside(context, section);
  return allOf([scan(inner, section.blocks), ...section.sections.map((part) => formsBelow(inner, part))]);
}

/** A question is answered by everything below it, unless that is divided into questions of its own, or holds card marks. */
function judgeQuestion(context: Context, section: Section): Findings {
  const { heading, blocks, sections } = section;
  const inner = inside(context, section);
  const form = formBelowMark(inner, section);
  if (form !== null) return allOf([form, judgeSections(inner, sections)]);
  const own = beforeCards(inner, blocks);
  const whole = own.length === blocks.length && !isDivided(section) && !isSlip(section);
  if (whole) return noteOf(context, section, blocksBelow(section));
  const asked = answers(own) || heading.block.mark !== null;
  const note = asked ? noteOf(context, section, own) : leftOut(context.document, heading, "holds-cards");
  return allOf([note, scan(inner, blocks.slice(own.length)), judgeSections(inner, sections)]);
}

function noteOf(context: Context, { heading }: Section, blocks: readonly Block[]): Findings {
  return markedNote(context, heading, blocks) ?? headingNote(context, heading, blocks);
}

/** A topic is a chapter with its summary, or what stands below it makes cards, or else it is asked itself. */
function judgeTopic(context: Context, section: Section): Findings {
  const { heading, sections } = section;
  if (isAnsweredWhole(context, section)) return headingNote(context, heading, blocksBelow(section));
  const inner = inside(context, section);
  const own = trimBlocks(section.blocks);
  const quotes = summaryAbove(inner, own);
  const forms = scan(inner, own.slice(quotes.length));
  const plain = forms.notes.length === 0 && quotes.length === 0;
  if (plain && isToldByAspects(context, section)) return judgeAspects(context, section);
  const outline = quotes.length === 0 ? NOTHING : outlineNote(context, heading, quotes);
  const parts = judgeSections(inner, sections);
  const found = allOf([outline, forms, parts]);
  if (found.notes.length === 0) {
    const asked = wonders(own, forms) ? NOTHING : forms;
    return allOf([outline, asked, parts, ownNote(context, section, asked)]);
  }
  return outline.notes.length > 0 ? found : allOf([ownTextNote(context, section, forms), found]);
}

/** Finds the note of a topic in which no other has been found; questions that wait for their answers answer nothing. */
function ownNote(context: Context, section: Section, { problems }: Findings): Findings {
  if (problems.length > 0) return leftOut(context.document, section.heading, "no-body");
  return topicNote(context, section);
}

/** One of a series that is mostly written in one piece is asked with all its sections, if these are plain text and not numbered as its parts. */
function judgeEntry(context: Context, section: Section): Findings {
  const whole = section.sections.length > 0 && !isSubdivided(section);
  return whole && isPlain(context, section)
    ? headingNote(context, section.heading, blocksBelow(section))
    : judgeTopic(context, section);
}

/**
 * Tells whether an outline holds no cards: it tells more than it asks, or has begun to answer above a question or two;
 * an asking heading with a number begins a card.
 */
function isPlain(context: Context, outline: Outline): boolean {
  const { blocks, sections } = outline;
  const asking = sections.filter(({ heading }) => heading.line.manner !== "tells");
  if (asking.some(({ heading }) => heading.line.numbering !== null)) return false;
  const begun = blocks.some((block) => !isFooter(block)) && !holdsOnlyQuestions(outline);
  if (!begun && asking.length * 2 > sections.length) return false;
  return scan(context, blocks).notes.length === 0 && sections.every((section) => isPlain(context, section));
}

/** A topic that is told by its aspects is asked itself; questions among them are cards of their own. */
function judgeAspects(context: Context, section: Section): Findings {
  const asking = section.sections.filter(({ heading }) => heading.line.manner !== "tells");
  const telling = section.sections.filter(({ heading }) => heading.line.manner === "tells");
  return allOf([
    headingNote(context, section.heading, blocksBelow({ ...section, sections: telling })),
    judgeSections(inside(context, section), asking),
  ]);
}

/** Returns the context of what stands below a heading. */
function inside(context: Context, { heading }: Section): Context {
  return { ...context, trail: [...context.trail, heading.line.title] };
}

function answers(blocks: readonly Block[]): boolean {
  return !leadsNowhere(partsOf(trimBlocks(blocks)));
}

import { isFooter } from "../blocks/blocks.ts";
import type { Outline, Section } from "../blocks/outline.ts";
import type { Habits } from "../forms/context.ts";
import { isStatement } from "../words/asks.ts";
import {
  beginsAnswer,
  isAnswerLabel,
  isAroundNotes,
  isAspect,
  isContentsLabel,
  isMiscellany,
  isPreface,
  isQuestionLabel,
  isRecord,
} from "../words/labels.ts";

/**
 * What a section is to its file: `question` = its heading asks, or stands in a row with those that do; `entry` =
 * one of a series of numbered topics; `record` = an interview in which something was asked, what answers it, what belongs nowhere else, or a preface with all questions below it.
 */
export type Role = "question" | "topic" | "entry" | "record" | "contents" | "around";

/** A few questions among many topics don't make questions of these. */
const ENOUGH = 2;

/** Shorter series are steps, or chapters. */
const FEWEST_IN_SERIES = 6;

/** Returns the roles of the sections of one heading. */
export function rolesOf(sections: readonly Section[]): readonly Role[] {
  const plain = sections.map(plainRoleOf);
  if (!isRowOfQuestions(plain)) {
    return isSeries(sections) ? plain.map((role) => (role === "topic" ? "entry" : role)) : plain;
  }
  const asking = sections.filter((_, index) => plain[index] === "question");
  const rank = Math.min(...asking.map(({ heading }) => heading.rank));
  // A topic in such a row asks for itself, unless it only heads a chapter of questions.
  return sections.map((section, index) => {
    const role = plain[index] ?? "topic";
    if (section.heading.rank < rank) return role;
    const chapter =
      isSubdivided(section) ||
      isIntroduced(section) ||
      (section.blocks.every(isFooter) && holdsQuestions(section));
    return role === "topic" && !chapter ? "question" : role;
  });
}

/** Tells whether a heading without a number only has a sentence about the topics below it. */
function isIntroduced({ heading, blocks, sections }: Section): boolean {
  const text = blocks.filter((block) => !isFooter(block));
  return heading.line.numbering === null && sections.length >= ENOUGH && text.length === 1;
}

/** Tells whether sections mostly ask. */
function isRowOfQuestions(roles: readonly Role[]): boolean {
  const asking = roles.filter((role) => role === "question").length;
  const telling = roles.filter((role) => role === "topic").length;
  return asking >= ENOUGH && asking >= telling;
}

/** Tells whether sections are a series of numbered topics, most of which are written in one piece: then so are the others. */
export function isSeries(sections: readonly Section[]): boolean {
  const numbered = sections.filter(({ heading }) => heading.line.numbering !== null);
  const undivided = numbered.filter((section) => section.sections.length === 0);
  return numbered.length >= FEWEST_IN_SERIES && undivided.length * 3 >= numbered.length * 2;
}

/** Tells whether most of the sections below a heading ask. */
export function holdsQuestions({ sections }: Outline): boolean {
  const roles = sections.map(plainRoleOf);
  const asking = roles.filter((role) => role === "question").length;
  return asking > 0 && asking * 2 >= roles.length;
}

/** Tells whether most of the sections below a heading are aspects or steps that say nothing without it. */
export function holdsAspects(outline: Outline, { aspects }: Habits): boolean {
  const parts = outline.sections.filter(({ heading, sections }) => {
    const { manner, text } = heading.line;
    const saysNothing = isAspect(text) || isStatement(text) || aspects.has(text);
    return sections.length === 0 && manner === "tells" && saysNothing;
  });
  return parts.length > 0 && parts.length * 2 >= outline.sections.length;
}

/** Tells whether a top-level heading that asks is the title of a part, like `# When does it rust?` above articles with sections of their own. */
export function isTitleOfPart({ heading, sections }: Section): boolean {
  const divided = sections.filter((section) => section.sections.length > 0);
  return (
    heading.rank === 1 &&
    heading.line.numbering === null &&
    divided.length >= ENOUGH &&
    divided.length * 2 >= sections.length
  );
}

/** More sections than these are no parts of an answer. */
const MOST_PARTS = 8;

/** Tells whether a top-level heading with an answer of its own was meant to rank lower: the next chapter is told below it. */
export function isSlip({ heading, blocks, sections }: Section): boolean {
  const next = sections.filter((section) => section.heading.rank === 2);
  return heading.rank === 1 && next.length > MOST_PARTS && !blocks.every(isFooter);
}

/** Tells whether the sections below a heading are numbered as its parts: `6.2.1`, `6.2.2` below `6.2`. */
export function isSubdivided({ heading, sections }: Section): boolean {
  const { numbering } = heading.line;
  if (numbering === null || sections.length < ENOUGH) return false;
  return sections.every(
    (part) => part.heading.line.numbering?.number.startsWith(`${numbering.number}.`) === true,
  );
}

/** Tells whether the answer of a section has a heading of its own, but not the question: `Gears`, `Answer`. */
export function answersBelowLabel({ sections }: Outline): boolean {
  const titles = sections.map(({ heading }) => heading.line.title);
  const end = titles.findIndex(beginsAnswer);
  const answer = sections[end];
  if (answer === undefined || holdsQuestions(answer) || titles.some(isQuestionLabel)) return false;
  return !sections.slice(0, end).some(holdsAnswers);
}

/** Tells whether a question stands in a section with its answer below it. */
function holdsAnswers({ sections }: Section): boolean {
  return sections.some(({ heading, blocks }) => heading.line.manner !== "tells" && !blocks.every(isFooter));
}

/** Returns the role that a section has by its own heading. */
function plainRoleOf({ heading, sections }: Section): Role {
  const { manner, text, numbering } = heading.line;
  if (isContentsLabel(text)) return "contents";
  if (numbering === null && isAroundNotes(text)) return roleAround(text, sections);
  if (isAnswerLabel(text) || (sections.length > 0 && isMiscellany(text))) return "record";
  if (manner !== "tells") return "question";
  return isRecord(text) || holdsRounds(sections) ? "record" : "topic";
}

/** Returns the role of a heading that stands around the notes, unless they are set below it: the chapters, or a series of questions. */
function roleAround(title: string, sections: readonly Section[]): Role {
  const asking = sections.filter(({ heading }) => heading.line.manner === "asks").length;
  const isSeriesOfQuestions = asking >= FEWEST_IN_SERIES && asking * 2 > sections.length;
  const holdsChapters = sections.length >= ENOUGH && isPreface(title);
  return isSeriesOfQuestions || holdsChapters ? "record" : "around";
}

/** Tells whether sections are the rounds of an interview, or mostly so. */
function holdsRounds(sections: readonly Section[]): boolean {
  const rounds = sections.filter(({ heading }) => isRecord(heading.line.text)).length;
  return rounds > 0 && rounds * 2 >= sections.length && (rounds >= ENOUGH || rounds === sections.length);
}

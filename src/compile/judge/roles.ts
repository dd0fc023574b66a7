import type { Outline, Section } from "../blocks/outline.ts";
import { isStatement } from "../words/asks.ts";
import { isAnswerLabel, isAroundNotes, isAspect, isContentsLabel, isQuestionLabel } from "../words/labels.ts";

/** What a section is to its file: `question` = its heading asks, or stands in a row with those that do. */
export type Role = "question" | "topic" | "contents" | "around";

/** A few questions among many topics don't make questions of these. */
const ENOUGH = 2;

/** Returns the roles of the sections of one heading. */
export function rolesOf(sections: readonly Section[]): readonly Role[] {
  const plain = sections.map(plainRoleOf);
  const asking = plain.filter((role) => role === "question").length;
  const telling = plain.filter((role) => role === "topic").length;
  if (asking < ENOUGH || asking < telling) return plain;
  // A topic in a row with questions asks for itself, unless it heads a chapter of questions.
  return sections.map((section, index) => {
    const role = plain[index] ?? "topic";
    return role === "topic" && !holdsQuestions(section) ? "question" : role;
  });
}

/** Tells whether most of the sections below a heading ask. */
export function holdsQuestions({ sections }: Outline): boolean {
  const roles = sections.map(plainRoleOf);
  const asking = roles.filter((role) => role === "question").length;
  return asking > 0 && asking * 2 >= roles.length;
}

/** Tells whether most of the sections below a heading are aspects or steps that say nothing without it. */
export function holdsAspects(outline: Outline): boolean {
  const parts = outline.sections.filter(({ heading, sections }) => {
    const { manner, text } = heading.line;
    return sections.length === 0 && manner === "tells" && (isAspect(text) || isStatement(text));
  });
  return parts.length > 0 && parts.length * 2 >= outline.sections.length;
}

/** Tells whether what stands below a question is divided into cards of its own. */
export function isDivided(section: Section): boolean {
  if (section.sections.some(holdsMark)) return true;
  if (section.sections.length === 0 || !holdsQuestions(section)) return false;
  // Questions without a number belong to the numbered one above, which has begun to answer.
  const numbered = (part: Section): boolean => part.heading.line.numbering !== null;
  return section.blocks.length === 0 || !numbered(section) || section.sections.some(numbered);
}

/** Tells whether the answer of a section has a heading of its own, but not the question: `Gears`, `Answer`. */
export function answersBelowLabel({ sections }: Outline): boolean {
  const titles = sections.map(({ heading }) => heading.line.text);
  return titles.some(isAnswerLabel) && !titles.some(isQuestionLabel);
}

function holdsMark({ heading, blocks, sections }: Section): boolean {
  return (
    heading.block.mark !== null || blocks.some((block) => block.mark !== null) || sections.some(holdsMark)
  );
}

/** Returns the role that a section has by its own heading. */
function plainRoleOf({ heading }: Section): Role {
  const { manner, text } = heading.line;
  if (isContentsLabel(text)) return "contents";
  if (isAroundNotes(text)) return "around";
  return manner === "tells" ? "topic" : "question";
}

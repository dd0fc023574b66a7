import { trimBlocks } from "../blocks/blocks.ts";
import { leadsNowhere, partsOf } from "../blocks/content-parts.ts";
import type { Section } from "../blocks/outline.ts";
import { blocksBelow } from "../blocks/outline.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { answerMissing, NOTHING, questionIn } from "../forms/found.ts";
import { promptOfParts } from "../forms/prompt.ts";
import { isAnswerLabel, isQuestionLabel } from "../words/labels.ts";
import { holdsQuestions } from "./roles.ts";

/** Two sections whose headings are labels: what stands below `Question` is answered below `Answer`. */
export interface LabelledPair {
  readonly question: Section;
  readonly answer: Section;
}

/** Returns the pairs among the sections of one heading, in their order. */
export function labelledPairs(sections: readonly Section[]): readonly LabelledPair[] {
  const pairs: LabelledPair[] = [];
  let question: Section | null = null;
  for (const section of sections) {
    const { title } = section.heading.line;
    if (isQuestionLabel(title)) {
      question = section;
    } else if (question !== null && isAnswerLabel(title) && !holdsQuestions(section)) {
      pairs.push({ question, answer: section });
      question = null;
    }
  }
  return pairs;
}

/** Finds the note of a pair. */
export function pairNote(context: Context, { question, answer }: LabelledPair): Findings {
  const asked = trimBlocks(blocksBelow(question));
  if (asked.length === 0) return NOTHING;
  const prompt = promptOfParts(context, partsOf(asked));
  const parts = partsOf(trimBlocks(blocksBelow(answer)));
  if (leadsNowhere(parts)) return answerMissing(prompt);
  const mark = question.heading.block.mark ?? asked[0]?.mark ?? null;
  return { notes: [questionIn(context, { prompt, answer: parts, mark })], problems: [] };
}

import type { Kin } from "./kin.ts";
import type { PastNote, PresentNote } from "./notes.ts";
import type { Past, Present, Surroundings } from "./surroundings.ts";
import { inSameFile } from "./surroundings.ts";
import { ALIKE_ELSEWHERE } from "./unmistakable.ts";

/** Two notes that may be one. */
export interface Candidacy {
  readonly past: Past;
  readonly present: Present;
  /** How much speaks for it: from 0 to a little more than 1. */
  readonly score: number;
  /** `learner` = however much speaks for it, the program doesn't decide it. */
  readonly judge: "program" | "learner";
}

/** What standing in the same file counts. */
const SAME_FILE = 0.08;
/** The share of the question; less where several notes ask the same, such as the titles of sections. */
const QUESTION = 0.5;
const COMMON_QUESTION = 0.25;
/** From so many tokens on an answer speaks for itself, if it is so much alike. */
const TELLING_LENGTH = 12;
const TELLING = 0.7;

/** Returns how much speaks for two notes being one. `known` are the notes of the deck that have a past of their own. */
export function candidacyOf(
  { past, present, likeness }: Kin<PastNote, PresentNote>,
  surroundings: Surroundings,
  known: ReadonlySet<Present>,
): Candidacy {
  const { question, answer } = likeness;
  const file = inSameFile(past.note, present.note, surroundings) ? "same" : "other";
  const length = Math.min(answerLength(past), answerLength(present));
  const share = isCommon(past, surroundings) ? COMMON_QUESTION : QUESTION;
  const both = share * question + (1 - share) * answer;
  const whole = length >= TELLING_LENGTH && answer >= TELLING ? Math.max(both, answer) : both;
  return {
    past,
    present,
    score: whole + (file === "same" ? SAME_FILE : 0),
    judge: known.has(present) || (file === "other" && answer < ALIKE_ELSEWHERE) ? "learner" : "program",
  };
}

function answerLength({ profiles }: Past | Present): number {
  return Math.max(0, ...profiles.map(({ answer }) => answer.length));
}

function isCommon({ profiles }: Past, { askers }: Surroundings): boolean {
  return profiles.some(({ questionKey }) => askers(questionKey) > 1);
}

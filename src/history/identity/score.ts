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
/** Where neither the questions nor the answers are so much alike, two notes may just be written after one pattern. */
const SAME_QUESTION = 0.65;
const SAME_ANSWER = 0.5;
/** What the question counts where several notes ask the same, such as the titles of sections. */
const COMMON_QUESTION = 0.25;

/** Returns how much speaks for two notes being one. `known` are the notes of the deck that have a past of their own. */
export function candidacyOf(
  { past, present, likeness }: Kin<PastNote, PresentNote>,
  surroundings: Surroundings,
  known: ReadonlySet<Present>,
): Candidacy {
  const { question, answer, body, whole } = likeness;
  const file = inSameFile(past.note, present.note, surroundings) ? "same" : "other";
  const common = COMMON_QUESTION * question + (1 - COMMON_QUESTION) * answer;
  const score = isCommon(past, surroundings) ? common : whole;
  const isVague = question < SAME_QUESTION && answer < SAME_ANSWER;
  return {
    past,
    present,
    score: score + (file === "same" ? SAME_FILE : 0),
    judge:
      known.has(present) || (file === "other" && body < ALIKE_ELSEWHERE) || isVague ? "learner" : "program",
  };
}

function isCommon({ profiles }: Past, { askers }: Surroundings): boolean {
  return profiles.some(({ questionKey }) => askers(questionKey) > 1);
}

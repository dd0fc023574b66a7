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
  readonly judge: Judge;
}

/** Who may say that two notes are one, however much speaks for it; `nobody` = the note is taken, it only stands in the way. */
export type Judge = "program" | "learner" | "nobody";

/** What standing in the same file counts. */
const SAME_FILE = 0.08;
/** How alike questions are at least that are the same, and similar, and at most if they have nothing to do with each other. */
const SAME_QUESTION = 0.8;
const SIMILAR_QUESTION = 0.65;
const OTHER_QUESTION = 0.2;
/** How alike the answers to similar questions have to be, those to any, and those to one that has moved and asks something else. */
const SIMILAR_ANSWER = 0.2;
const SAME_ANSWER = 0.5;
const NEARLY_THE_ANSWER = 0.8;
/** What the question counts where several notes ask the same, such as the titles of sections. */
const COMMON_QUESTION = 0.25;

/** Returns how much speaks for two notes being one. `judges` are those of the notes that have a past of their own. */
export function candidacyOf(
  { past, present, likeness }: Kin<PastNote, PresentNote>,
  surroundings: Surroundings,
  judges: ReadonlyMap<Present, Judge>,
): Candidacy {
  const { question, answer, body, whole } = likeness;
  const file = inSameFile(past.note, present.note, surroundings) ? "same" : "other";
  const common = COMMON_QUESTION * question + (1 - COMMON_QUESTION) * answer;
  const score = isCommon(past, surroundings) ? common : whole;
  const isVague = answer < answerNeeded(question, isInOwnFile(past, present, surroundings) ? "own" : "other");
  return {
    past,
    present,
    score: score + (file === "same" ? SAME_FILE : 0),
    judge:
      judges.get(present) ??
      ((file === "other" && body < ALIKE_ELSEWHERE) || isVague ? "learner" : "program"),
  };
}

/**
 * Returns how alike answers are at least where the questions are so much alike: else two notes may just be written after
 * one pattern, or one of them is a part of what the other was.
 */
function answerNeeded(question: number, file: "own" | "other"): number {
  if (question >= SAME_QUESTION) return 0;
  if (question >= SIMILAR_QUESTION) return SIMILAR_ANSWER;
  return file === "other" && question < OTHER_QUESTION ? NEARLY_THE_ANSWER : SAME_ANSWER;
}

/** Tells whether a note stands where one with a past stood, or in the only file in which that goes on. */
function isInOwnFile(past: Past, present: Present, { filesOf }: Surroundings): boolean {
  const files = filesOf(past.note);
  const own = files.size === 1 ? files : new Set(past.note.rows.map(({ file }) => file));
  return present.note.faces.some(({ place }) => own.has(place.file));
}

function isCommon({ profiles }: Past, { askers }: Surroundings): boolean {
  return profiles.some(({ questionKey }) => askers(questionKey) > 1);
}

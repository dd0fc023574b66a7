import type { Wording } from "../../card/note-text.ts";
import type { Bag, Vocabulary, Weights } from "./bag.ts";
import { dice } from "./bag.ts";
import { comparable, keyOf, tokensOf } from "./comparable.ts";

/** What of a wording is compared. */
export interface Profile {
  readonly questionKey: string;
  readonly answerKey: string;
  readonly question: Bag;
  readonly answer: Bag;
}

/** Returns what of a wording is compared. Profiles can be compared with those of the same vocabulary. */
export function profileOf(wording: Wording, vocabulary: Vocabulary): Profile {
  const question = comparable(wording.question);
  const answer = comparable(wording.answer);
  return {
    questionKey: keyOf(question),
    answerKey: keyOf(answer),
    question: vocabulary.bagOf(tokensOf(question)),
    answer: vocabulary.bagOf(tokensOf(answer)),
  };
}

/** How alike two wordings are, each from 0 to 1. */
export interface Likeness {
  readonly question: number;
  readonly answer: number;
  /** That of the part that says more: of the answer, unless it is short. */
  readonly body: number;
  /** That of both parts together. */
  readonly whole: number;
}

/** What the question counts at least. */
const QUESTION = 0.5;
/** From so many tokens on a body speaks for itself, if it is so much alike. */
export const TELLING_LENGTH = 12;
const TELLING = 0.7;

/** Returns how alike two wordings are. */
export function likenessOf(one: Profile, other: Profile, weights: Weights): Likeness {
  const question = dice(one.question, other.question, weights);
  const answer = dice(one.answer, other.answer, weights);
  const asked = weights.sumOf(one.question) + weights.sumOf(other.question);
  const answered = weights.sumOf(one.answer) + weights.sumOf(other.answer);
  const part = asked > answered ? "question" : "answer";
  const body = part === "question" ? question : answer;
  // Of a statement with a gap and of a question answered by a word, the question says nearly everything.
  const share = Math.max(QUESTION, asked / Math.max(1, asked + answered));
  const both = share * question + (1 - share) * answer;
  const isTelling = Math.min(one[part].length, other[part].length) >= TELLING_LENGTH && body >= TELLING;
  return { question, answer, body, whole: isTelling ? Math.max(both, body) : both };
}

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

/** How alike two wordings are: each part from 0 to 1. */
export interface Likeness {
  readonly question: number;
  readonly answer: number;
}

/** Returns how alike two wordings are. */
export function likenessOf(one: Profile, other: Profile, weights: Weights): Likeness {
  return { question: dice(one.question, other.question, weights), answer: dice(one.answer, other.answer, weights) };
}

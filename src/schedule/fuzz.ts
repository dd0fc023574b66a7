import { get_fuzz_range } from "ts-fsrs";

import { hashOfText, seededRandom } from "../base/random.ts";
import type { Parameters } from "./parameters.ts";

/** Varies an interval a little; both in days. */
export type Fuzz = (interval: number) => number;

/** Which answer an interval follows. */
export interface AnswerCount {
  readonly card: string;
  /** The card's answers so far, this one included. */
  readonly reps: number;
  /** Days since the answer before. */
  readonly elapsed: number;
}

/** Intervals below this many days are left as they are, as in Anki. */
const SHORTEST_VARIED = 2.5;

/**
 * Returns how the intervals after an answer are varied. It depends on the card and the number of its answers, never on
 * the clock: the interval shown before the rating is the one applied, and a replay finds it again.
 */
export function fuzzAfter({ card, reps, elapsed }: AnswerCount, parameters: Parameters): Fuzz {
  if (parameters.fuzz === "off") return (interval) => interval;
  const position = seededRandom(hashOfText(`${card}:${reps}`))();
  return (interval) => {
    if (interval < SHORTEST_VARIED) return interval;
    const { min_ivl, max_ivl } = get_fuzz_range(interval, elapsed, parameters.maximumInterval);
    return min_ivl + Math.floor(position * (max_ivl - min_ivl + 1));
  };
}

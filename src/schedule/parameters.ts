import { default_w } from "ts-fsrs";

import { MINUTE } from "../base/day.ts";

/** Everything that decides when a card comes back. Plain JSON. */
export interface Parameters {
  /** The chance to recall a card on the day it is due, between 0 and 1. */
  readonly retention: number;
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  /** Delays between the answers to a new card, in milliseconds. */
  readonly learningSteps: readonly number[];
  /** Delays between the answers to a forgotten card, in milliseconds. */
  readonly relearningSteps: readonly number[];
  /** The longest interval, in days. */
  readonly maximumInterval: number;
  /** Whether intervals are varied a little, so that cards learned together part. */
  readonly fuzz: "on" | "off";
}

/** The parameters of somebody who has configured nothing. */
export const DEFAULT_PARAMETERS: Parameters = {
  retention: 0.9,
  weights: [...default_w],
  learningSteps: [MINUTE, 10 * MINUTE],
  relearningSteps: [10 * MINUTE],
  maximumInterval: 36_500,
  fuzz: "on",
};

import type { Day, Instant, Moment } from "../base/day.ts";

/** How well a card was remembered, from not at all to without effort. */
export type Rating = "again" | "hard" | "good" | "easy";

/** The four ratings, worst first: the order of the keys 1 to 4. */
export const RATINGS: readonly Rating[] = ["again", "hard", "good", "easy"];

/** Where a card stands: being learned by steps, reviewed by days, or learned again by steps after a lapse. */
export type Phase = "learning" | "review" | "relearning";

/** When a card comes back: at an instant while it is learned by steps, else at any time of a logical day. */
type Due = { readonly kind: "instant"; readonly at: Instant } | { readonly kind: "day"; readonly day: Day };

/** What is known of how firmly a card is remembered, after at least one answer. Plain JSON. */
export interface Memory {
  /** Days until the chance to recall it has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10 (hard). */
  readonly difficulty: number;
  readonly phase: Phase;
  /** Which of the (re)learning steps it waits for, from 0; 0 in phase `review`. */
  readonly step: number;
  readonly due: Due;
  /** When it was last answered. */
  readonly last: Moment;
  /** How often it was answered. */
  readonly reps: number;
  /** How often it was forgotten in phase `review`. */
  readonly lapses: number;
}

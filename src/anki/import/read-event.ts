import type { PackageEvent } from "./package-contents.ts";

/** The scheduler that wrote a review log: the first one had three ratings for cards that were being learned. */
export type SchedulerVersion = "first" | "later";

/** The columns of a review that say what it was. */
export interface ReviewColumns {
  readonly ease: number;
  readonly factor: number;
  readonly kind: number;
}

const [LEARNING, RELEARNING, PRACTICE, MANUAL] = [0, 2, 3, 4];

/** Returns what a row of the review log says. */
export function readEvent({ ease, factor, kind }: ReviewColumns, scheduler: SchedulerVersion): PackageEvent {
  if (kind === PRACTICE && factor === 0) return { kind: "practised" };
  if (ease === 0) return { kind: kind === MANUAL && factor === 0 ? "reset" : "rescheduled" };
  const rating = scheduler === "first" && LEARNED.has(kind) ? ofThree(ease) : ease;
  return RATED[Math.min(rating, RATED.length) - 1] ?? AGAIN;
}

/** Kinds of answers to cards in (re)learning. */
const LEARNED: ReadonlySet<number> = new Set([LEARNING, RELEARNING]);

/** Again, Good and Easy were 1, 2 and 3. */
function ofThree(ease: number): number {
  return ease > 1 ? ease + 1 : ease;
}

const AGAIN: PackageEvent = { kind: "rated", rating: 1 };
/** A collection has hundreds of thousands of them: each rating is one object. */
const RATED: readonly PackageEvent[] = [
  AGAIN,
  { kind: "rated", rating: 2 },
  { kind: "rated", rating: 3 },
  { kind: "rated", rating: 4 },
];

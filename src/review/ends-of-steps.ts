import type { Instant } from "../base/day.ts";
import type { Card } from "../card/card.ts";
import type { LearningCard } from "./candidates.ts";

/** Cards in learning by how far their step is, each lot in the order in which the steps end. */
export interface EndsOfSteps {
  readonly over: readonly Card[];
  readonly nearlyOver: readonly Card[];
  /** When the first of the other steps ends; `null` = there are none. */
  readonly next: Instant | null;
}

/** Returns cards in learning by how far their step is at `now`; one that ends within `ahead` milliseconds is nearly over. */
export function endsOfSteps(learning: readonly LearningCard[], now: Instant, ahead: number): EndsOfSteps {
  const sorted = learning.toSorted((a, b) => a.at - b.at);
  const over = sorted.filter(({ at }) => at <= now);
  const nearlyOver = sorted.filter(({ at }) => at > now && at <= now + ahead);
  return {
    over: over.map(({ card }) => card),
    nearlyOver: nearlyOver.map(({ card }) => card),
    next: sorted[over.length + nearlyOver.length]?.at ?? null,
  };
}

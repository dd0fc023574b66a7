import type { Moment } from "../base/day.ts";
import { hashOfText } from "../base/random.ts";
import type { Card } from "../card/card.ts";
import { elapsedDays } from "../schedule/elapsed.ts";
import type { ReviewCard } from "./candidates.ts";

/**
 * Returns cards that are due, the one most likely to be forgotten first: what a limit cuts off can wait best. Cards that
 * are remembered equally well come in an order that differs from day to day, but not within one.
 */
export function byRisk(reviews: readonly ReviewCard[], moment: Moment): readonly Card[] {
  return reviews
    .map(({ card, memory }) => ({
      card,
      // In FSRS the chance of recall depends on this alone, and falls as it grows.
      risk: elapsedDays(memory.last, moment) / memory.stability,
      lot: hashOfText(`${moment.day} ${card.id}`),
    }))
    .sort((a, b) => b.risk - a.risk || a.lot - b.lot)
    .map(({ card }) => card);
}

import type { Day, Moment } from "../base/day.ts";
import { hashOfText } from "../base/random.ts";
import type { Card } from "../card/card.ts";
import { elapsedDays } from "../schedule/elapsed.ts";
import type { ReviewCard } from "./candidates.ts";

/** A card that is due, and how much it is in danger of being forgotten. */
interface Risk {
  readonly card: Card;
  readonly risk: number;
}

/**
 * Gives cards that are due, the one most likely to be forgotten first: what a limit cuts off can wait best. Cards that
 * are remembered equally well come in an order that differs from day to day, but not within one. Only as much is put
 * into order as is asked for: after a long absence thousands are due, and a day takes a few hundred.
 */
export function* byRisk(reviews: readonly ReviewCard[], moment: Moment): Generator<Card> {
  const heap = risksOf(reviews, moment);
  for (let parent = (heap.length >> 1) - 1; parent >= 0; parent -= 1) siftDown(heap, parent, moment.day);
  for (let first = heap[0]; first !== undefined; first = heap[0]) {
    yield first.card;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    siftDown(heap, 0, moment.day);
  }
}

function risksOf(reviews: readonly ReviewCard[], moment: Moment): Risk[] {
  const days = new Map<Day, number>();
  return reviews.map(({ card, memory: { last, stability } }) => {
    const elapsed = days.get(last.day) ?? elapsedDays(last, moment);
    days.set(last.day, elapsed);
    // In FSRS the chance of recall depends on this alone, and falls as it grows.
    return { card, risk: elapsed / stability };
  });
}

/** Lets the element at `parent` sink in a binary heap until nothing below it comes first (Williams 1964). */
function siftDown(heap: Risk[], parent: number, day: Day): void {
  const sinking = heap[parent];
  if (sinking === undefined) return;
  let place = parent;
  for (;;) {
    const left = heap[2 * place + 1];
    const right = heap[2 * place + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && comesFirst(right, left, day);
    const child = isRight ? right : left;
    if (!comesFirst(child, sinking, day)) break;
    heap[place] = child;
    place = 2 * place + (isRight ? 2 : 1);
  }
  heap[place] = sinking;
}

function comesFirst(one: Risk, other: Risk, day: Day): boolean {
  if (one.risk !== other.risk) return one.risk > other.risk;
  const lotOf = ({ card }: Risk): number => hashOfText(`${day} ${card.id}`);
  return lotOf(one) < lotOf(other);
}

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { MINUTE, addDays, instantOf } from "../../src/base/day.ts";
import type { Moment } from "../../src/base/day.ts";
import { hashOfText } from "../../src/base/random.ts";
import type { Card } from "../../src/card/card.ts";
import type { Deck } from "../../src/card/deck.ts";
import type { CardProgress, Progress } from "../../src/history/progress.ts";
import { FRESH_CARD, IDLE_DAY, NO_PROGRESS, cardProgress, dayTally } from "../../src/history/progress.ts";
import type { Limits } from "../../src/review/queue.ts";
import { buildQueue } from "../../src/review/queue.ts";
import type { Memory } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { after } from "../history/builders.ts";
import { aDeck } from "./builders.ts";

const NOW: Moment = after(0, 40);
const { retrievability } = createScheduler(DEFAULT_PARAMETERS);

/** The rules of a day's queue, said as plainly as possible and without regard to speed. */
function model(deck: Deck, progress: Progress, limits: Limits): readonly string[] {
  const pastOf = (card: Card) => cardProgress(progress, card.id);
  const isAway = (card: Card) => pastOf(card).standing === "suspended" || pastOf(card).buriedOn === NOW.day;
  const stepEnd = (card: Card) => {
    const due = pastOf(card).memory?.due;
    return due?.kind === "instant" ? due.at : null;
  };
  const here = deck.cards.filter((card) => !isAway(card));
  const steps = here
    .filter((card) => stepEnd(card) !== null)
    .toSorted((a, b) => (stepEnd(a) ?? 0) - (stepEnd(b) ?? 0));
  const busy = deck.cards.filter((card) => pastOf(card).memory?.last.day === NOW.day || steps.includes(card));

  const dueDay = (card: Card) => {
    const due = pastOf(card).memory?.due;
    return due?.kind === "day" ? due.day : null;
  };
  const recall = (card: Card) => {
    const { memory } = pastOf(card);
    return memory === null ? 1 : retrievability(memory, NOW);
  };
  const lot = (card: Card) => hashOfText(`${NOW.day} ${card.id}`);
  const due = here
    .filter((card) => (dueDay(card) ?? "9") <= NOW.day)
    .toSorted((a, b) => recall(a) - recall(b) || lot(a) - lot(b));
  const { reviews: reviewed, introduced } = dayTally(progress, NOW.day);
  const reviews: Card[] = [];
  for (const card of due) {
    const isBusy = [...busy, ...reviews].some(({ note }) => note === card.note);
    if (!isBusy && reviewed + reviews.length < limits.reviewsPerDay) reviews.push(card);
  }
  const fresh: Card[] = [];
  for (const card of here.filter((each) => pastOf(each).memory === null)) {
    const isBusy = [...busy, ...reviews, ...fresh].some(({ note }) => note === card.note);
    if (!isBusy && introduced + fresh.length < limits.newPerDay) fresh.push(card);
  }

  return [
    ...steps.filter((card) => (stepEnd(card) ?? 0) <= NOW.at),
    ...mixed(reviews, fresh, reviewed, introduced),
    ...steps.filter(
      (card) => (stepEnd(card) ?? 0) > NOW.at && (stepEnd(card) ?? 0) <= NOW.at + limits.learnAhead,
    ),
  ].map(({ id }) => id);
}

/** Lays the whole day out in places for reviews and new cards, strikes the places that were used, and fills the rest. */
function mixed(
  reviews: readonly Card[],
  fresh: readonly Card[],
  reviewed: number,
  introduced: number,
): Card[] {
  const allReviews = reviewed + reviews.length;
  const allFresh = introduced + fresh.length;
  const places: ("review" | "new")[] = [];
  for (let before = 0; before <= allReviews; before += 1) {
    for (let nth = 1; nth <= allFresh; nth += 1) {
      if (Math.floor((nth * allReviews) / (allFresh + 1)) === before) places.push("new");
    }
    if (before < allReviews) places.push("review");
  }
  const lots = { review: [...reviews], new: [...fresh] };
  const used = { review: reviewed, new: introduced };
  return places.flatMap((place) => {
    if (used[place] === 0) return lots[place].splice(0, 1);
    used[place] -= 1;
    return [];
  });
}

const memories: fc.Arbitrary<Memory> = fc
  .record({
    due: fc.oneof(
      fc.integer({ min: -40, max: 60 }).map((minutes) => ({
        kind: "instant" as const,
        at: instantOf(NOW.at + minutes * MINUTE),
      })),
      fc.integer({ min: -5, max: 2 }).map((days) => ({ kind: "day" as const, day: addDays(NOW.day, days) })),
    ),
    ago: fc.integer({ min: 0, max: 3 }),
    stability: fc.constantFrom(0.5, 1, 2, 10, 20),
  })
  .map(({ due, ago, stability }) => ({
    stability,
    difficulty: 5,
    phase: due.kind === "day" ? "review" : "learning",
    step: 0,
    due,
    last: after(0, 40 - ago),
    reps: 1,
    lapses: 0,
  }));

const pasts: fc.Arbitrary<CardProgress> = fc
  .record({
    memory: fc.option(memories),
    standing: fc.constantFrom("active" as const, "active" as const, "active" as const, "suspended" as const),
    buriedOn: fc.constantFrom(null, null, null, NOW.day, addDays(NOW.day, -1)),
  })
  .map((past) => ({ ...FRESH_CARD, ...past }));

const names = ["a", "b.c1", "b.c2", "b.c3", "c", "d", "e.c1", "e.c2", "f", "g", "h", "i", "j.c1", "j.r"];

const situations = fc
  .record({
    cards: fc.shuffledSubarray(names, { minLength: 0 }),
    pasts: fc.array(pasts, { minLength: names.length, maxLength: names.length }),
    reviews: fc.nat(4),
    introduced: fc.nat(4),
    limits: fc.record({
      newPerDay: fc.nat(8),
      reviewsPerDay: fc.nat(10),
      learnAhead: fc.constantFrom(0, 20 * MINUTE),
    }),
  })
  .map(({ cards, pasts: all, reviews, introduced, limits }) => {
    const deck = aDeck(...cards);
    const known = deck.cards.map(({ id }, index) => [id, all[index] ?? FRESH_CARD] as const);
    const progress: Progress = {
      ...NO_PROGRESS,
      cards: Object.fromEntries(known),
      days: { [NOW.day]: { ...IDLE_DAY, answers: reviews + introduced, reviews, introduced } },
    };
    return { deck, progress, limits };
  });

describe("buildQueue", () => {
  test("does what the rules say", () => {
    fc.assert(
      fc.property(situations, ({ deck, progress, limits }) => {
        const { entries, counts } = buildQueue(deck, progress, limits, NOW);
        expect(entries.map(({ card }) => card.id)).toEqual(model(deck, progress, limits));
        expect(counts.new + counts.learning + counts.review).toBe(entries.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("says of every card that it leaves out when it can come at the earliest", () => {
    fc.assert(
      fc.property(situations, ({ deck, progress, limits }) => {
        const queue = buildQueue(deck, progress, limits, NOW);
        const queued = new Set(queue.entries.map(({ card }) => card.id));
        const out = deck.cards.filter(
          ({ id }) => !queued.has(id) && cardProgress(progress, id).standing === "active",
        );
        const days = out.flatMap(({ id }) => earliestDay(cardProgress(progress, id), limits));
        expect(queue.nextDay).toBe(days.sort()[0] ?? null);
      }),
      { numRuns: 500 },
    );
  });
});

/** The day on which a card that isn't in today's queue can come; none for one that only waits for its step. */
function earliestDay({ memory, buriedOn }: CardProgress, limits: Limits): readonly string[] {
  const tomorrow = addDays(NOW.day, 1);
  if (memory?.due.kind === "day" && memory.due.day > NOW.day) return [memory.due.day];
  if (buriedOn === NOW.day) return [tomorrow];
  if (memory?.due.kind === "instant") return [];
  return (memory === null ? limits.newPerDay : limits.reviewsPerDay) > 0 ? [tomorrow] : [];
}

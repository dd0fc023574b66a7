import * as fc from "fast-check";

import { HOUR, MINUTE, addDays, dayNumber, instantOf } from "../../src/base/day.ts";
import type { Moment } from "../../src/base/day.ts";
import type { CardId } from "../../src/card/card.ts";
import { cardIdOf } from "../../src/card/card.ts";
import { eventIdOf } from "../../src/history/event-id.ts";
import type { EventBody, EventDraft, HistoryEvent, RatingSource } from "../../src/history/event.ts";
import { eventOf } from "../../src/history/event.ts";
import type { Progress } from "../../src/history/progress.ts";
import type { Rating } from "../../src/schedule/memory.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { moment } from "../schedule/moments.ts";

/** Nine in the morning of 1 December 2026 in Shanghai. */
export const MORNING: Moment = moment("2026-12-01T09:00+08:00");

/** Returns the moment some minutes after nine, some days after 1 December. */
export function after(minutes: number, days = 0): Moment {
  const at = instantOf(MORNING.at + days * 24 * HOUR + minutes * MINUTE);
  return { at, day: addDays(MORNING.day, days), tz: MORNING.tz };
}

/** Returns a card's id. */
export function card(name: string): CardId {
  return cardIdOf(name, "");
}

/** Returns the draft of an answer in Chinese that took five seconds. */
export function rated(
  name: string,
  rating: Rating,
  when: Moment = MORNING,
  source: RatingSource = "review",
): EventDraft {
  return draft({ type: "card-rated", card: card(name), lang: "zh", rating, ms: 5000, source }, when);
}

/** Returns a draft. */
export function draft(body: EventBody, { at, day, tz }: Moment = MORNING): EventDraft {
  return { at, day, tz, ...body };
}

/** Returns drafts as the events of one device's journal, numbered from `first`. */
export function journal(drafts: readonly EventDraft[], device = "d3f2", first = 1): readonly HistoryEvent[] {
  return drafts.map((each, index) => eventOf(each, eventIdOf(device, first + index)));
}

/** Returns a progress without what an undo can't take away: where the journal ends. */
export function withoutHead(progress: Progress): Progress {
  return { ...progress, head: null };
}

const names = fc.constantFrom("a", "b", "c.c1", "c.c2", "constructor");

const bodies: fc.Arbitrary<EventBody> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("card-rated" as const),
      card: names.map(card),
      lang: fc.constantFrom("zh" as const, "en" as const),
      rating: fc.constantFrom(...RATINGS),
      ms: fc.nat(60_000),
      source: fc.constantFrom("review" as const, "review" as const, "interview" as const, "cram" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom(
        "card-suspended" as const,
        "card-unsuspended" as const,
        "card-buried" as const,
        "card-unburied" as const,
        "card-unflagged" as const,
      ),
      card: names.map(card),
    }),
  },
  fc.record({
    type: fc.constant("card-renamed" as const),
    card: names.map(card),
    to: names.map(card),
  }),
  fc.record({
    type: fc.constant("card-relinked" as const),
    card: names.map(card),
    to: names.map(card),
    question: fc.constantFrom("What is a slot?", "What is a task?"),
    answer: fc.string(),
    file: fc.constant("more.md"),
    line: fc.nat(100),
  }),
  fc.record({ type: fc.constant("card-flagged" as const), card: names.map(card), reason: fc.string() }),
  fc.record({
    type: fc.constant("card-noted" as const),
    card: names.map(card),
    note: fc.constantFrom("", "mine"),
  }),
  fc.record({
    type: fc.constant("card-seen" as const),
    card: names.map(card),
    question: fc.string(),
    answer: fc.string(),
    file: fc.constant("notes.md"),
    line: fc.nat(100),
  }),
);

/** Actions of a learner, each some minutes or days after the one before. */
export const actions: fc.Arbitrary<readonly EventDraft[]> = fc
  .array(fc.tuple(bodies, fc.constantFrom(0, 1, 10, 60, 24 * 60, 5 * 24 * 60)), {
    maxLength: 25,
    size: "max",
  })
  .map((steps) => {
    let minutes = 0;
    return steps.map(([body, pause]) => {
      minutes += pause;
      return draft(body, later(minutes));
    });
  });

/** Returns the moment some minutes after nine on 1 December, the days that have passed since included. */
export function later(minutes: number): Moment {
  const at = instantOf(MORNING.at + minutes * MINUTE);
  const days = Math.floor((at + MORNING.tz * MINUTE - 4 * HOUR) / (24 * HOUR)) - dayNumber(MORNING.day);
  return { at, day: addDays(MORNING.day, days), tz: MORNING.tz };
}

/** Events of several devices, retractions of any of them (and of none) among them, in any order. */
export const journals: fc.Arbitrary<readonly HistoryEvent[]> = fc
  .tuple(
    actions,
    fc.array(
      fc.record({ retracts: fc.nat(40), minutes: fc.nat(20_000), device: fc.constantFrom("a1", "b2") }),
      {
        maxLength: 12,
      },
    ),
    fc.infiniteStream(fc.constantFrom("a1", "b2")),
  )
  .map(([drafts, retractions, devices]) => {
    const numbers = new Map<string, number>();
    const nextId = (device: string) => {
      const number = (numbers.get(device) ?? 0) + 1;
      numbers.set(device, number);
      return eventIdOf(device, number);
    };
    const events = drafts.map((each) => eventOf(each, nextId(devices.next().value ?? "a1")));
    const all = [...events];
    for (const { retracts, minutes, device } of retractions) {
      const event = all[retracts]?.id ?? eventIdOf("gone", retracts + 1);
      all.push(eventOf(draft({ type: "retracted", event }, later(minutes)), nextId(device)));
    }
    return all;
  });

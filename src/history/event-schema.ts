import * as v from "valibot";

import type { Day, Instant } from "../base/day.ts";
import { DAY } from "../base/day.ts";
import { LANGS } from "../base/lang.ts";
import type { CardId } from "../card/card.ts";
import { RATINGS } from "../schedule/memory.ts";
import { isEventId } from "./event-id.ts";
import type { EventId } from "./event-id.ts";
import type { HistoryEvent } from "./event.ts";

const instant = v.custom<Instant>((value) => Number.isSafeInteger(value));
const day = v.custom<Day>((value) => typeof value === "string" && isDay(value));
const card = v.custom<CardId>((value) => typeof value === "string" && value !== "");
const eventId = v.custom<EventId>(isEventId);
const line = v.pipe(v.number(), v.integer());

const when = { id: eventId, at: instant, tz: v.pipe(v.number(), v.integer()), day };

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text));
}

/** What every line of a journal has, whatever its version and type. */
export const HEAD = v.looseObject({ v: v.number(), ...when, type: v.string() });

const head = { v: v.literal(1), ...when };

const wording = { question: v.string(), answer: v.string(), file: v.string(), line };

function standing<Type extends string>(type: Type) {
  return v.looseObject({ ...head, type: v.literal(type), card });
}

/** Longer than anybody lives, and short enough for every due day to be a date. */
const LONGEST = 36_500;
const steps = v.array(v.pipe(v.number(), v.gtValue(0), v.maxValue(LONGEST * DAY)));

const parameters = v.looseObject({
  retention: v.pipe(v.number(), v.gtValue(0), v.ltValue(1)),
  weights: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21)),
  learningSteps: steps,
  relearningSteps: steps,
  maximumInterval: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST)),
  fuzz: v.picklist(["on", "off"]),
});

const exportedNote = v.looseObject({
  note: v.string(),
  guid: v.string(),
  noteType: v.string(),
  hash: v.string(),
  id: v.pipe(v.number(), v.integer()),
  cards: v.record(v.string(), v.pipe(v.number(), v.integer())),
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const attempt = v.looseObject({
  end: v.picklist(["passed", "revealed"]),
  variant: v.string(),
  fixKind: v.string(),
  hints: count,
  runs: count,
  failingRuns: count,
  rootCause: v.exactOptional(v.picklist(["right", "wrong"])),
});

/** What a line must hold, by its type. Fields beyond these are kept. */
export const EVENTS: ReadonlyMap<string, v.GenericSchema<unknown, HistoryEvent>> = new Map<
  string,
  v.GenericSchema<unknown, HistoryEvent>
>([
  ["card-seen", v.looseObject({ ...head, type: v.literal("card-seen"), card, ...wording })],
  [
    "card-rated",
    v.looseObject({
      ...head,
      type: v.literal("card-rated"),
      card,
      lang: v.picklist(LANGS),
      rating: v.picklist(RATINGS),
      ms: v.pipe(v.number(), v.minValue(0)),
      source: v.picklist(["review", "cram", "interview", "exercise", "import"]),
      attempt: v.exactOptional(attempt),
    }),
  ],
  ["retracted", v.looseObject({ ...head, type: v.literal("retracted"), event: eventId })],
  ["card-suspended", standing("card-suspended")],
  ["card-unsuspended", standing("card-unsuspended")],
  ["card-buried", standing("card-buried")],
  ["card-unburied", standing("card-unburied")],
  [
    "card-flagged",
    v.looseObject({
      ...head,
      type: v.literal("card-flagged"),
      card,
      reason: v.optional(v.string(), ""),
    }),
  ],
  ["card-unflagged", standing("card-unflagged")],
  ["card-noted", v.looseObject({ ...head, type: v.literal("card-noted"), card, note: v.string() })],
  ["card-renamed", v.looseObject({ ...head, type: v.literal("card-renamed"), card, to: card })],
  ["card-relinked", v.looseObject({ ...head, type: v.literal("card-relinked"), card, to: card, ...wording })],
  ["parameters-set", v.looseObject({ ...head, type: v.literal("parameters-set"), parameters })],
  [
    "notes-exported",
    v.looseObject({
      ...head,
      type: v.literal("notes-exported"),
      notes: v.array(exportedNote),
      noteTypes: v.record(v.string(), v.string()),
    }),
  ],
]);

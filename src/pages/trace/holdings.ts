import type { StateEvent, TracedEvent } from "../../engine/trace/trace-event.ts";
import type { TraceWords } from "../../locale/trace-words.ts";
import { heldEntries, type Holding } from "./held-entries.ts";
import { placeName } from "./place-name.ts";
import type { TraceCursor } from "./trace-cursor.ts";
import { traceTextOf } from "./trace-text.ts";
import { valueText } from "./value-text.ts";

/** A change of keyed state. */
export type StateTraceEvent = Extract<TracedEvent, StateEvent>;
/** An event of a timer. */
export type TimerTraceEvent = Extract<TracedEvent, { readonly timeDomain: string }>;

/** Entries of keyed state. */
export const STATE: Holding<StateTraceEvent> = {
  concerns: (event): event is StateTraceEvent =>
    "state" in event && "namespace" in event && event.type !== "state-get",
  nameOf: ({ state, key, namespace }) => `${state} ${valueText(key)} ${valueText(namespace)}`,
  removes: ({ type }) => type !== "state-put",
};

/** Timers that wait. */
export const TIMERS: Holding<TimerTraceEvent> = {
  concerns: (event): event is TimerTraceEvent => "timeDomain" in event && event.type !== "timer-dup",
  nameOf: ({ timeDomain, key, namespace, timestamp }) =>
    `${timeDomain} ${timestamp} ${valueText(key)} ${valueText(namespace)}`,
  removes: ({ type }) => type !== "timer-set",
};

/** Returns all state and all timers at a cursor, a line each, as two runs can be compared by. */
export function holdings(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  words: TraceWords,
): readonly string[] {
  const text = traceTextOf(events);
  const state = heldEntries(events, cursor, STATE).entries.filter(({ change }) => change !== "removed");
  const timers = heldEntries(events, cursor, TIMERS).entries.filter(({ change }) => change !== "removed");
  return [
    ...state.map(({ event }) =>
      named(
        event,
        `${event.state} ${valueText(event.key)} ${text.window(event.namespace)} ${valueText(event.value)}`,
        words,
      ),
    ),
    ...timers.map(({ event }) =>
      named(event, `${words.state.timer} ${valueText(event.key)} ${text.timestamp(event.timestamp)}`, words),
    ),
  ];
}

function named({ operator, subtask }: TracedEvent, facts: string, words: TraceWords): string {
  return words.named(placeName(operator, subtask), facts.replaceAll(/ {2,}/gu, " "));
}

import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { WindowBar } from "./window-bars.ts";

/** A watermark that an operator sent on. */
export interface Advance {
  readonly step: number;
  readonly timestamp: number;
  /**
   * How far (ms) it jumped: the advance is much longer than usual or, where too few came to tell, the ends of several
   * windows lie in it. `null` for any other advance.
   */
  readonly jump: number | null;
}

/** The watermarks of one subtask of an operator. */
export interface WatermarkLane {
  readonly operator: string;
  readonly subtask: number;
  readonly advances: readonly Advance[];
}

/** An advance is a jump if it is so many times as long as the middle one. */
const MANY_TIMES = 4;
/** Fewer advances than that have no middle worth the name. */
const FEW = 3;

/** Returns the watermarks of each subtask of an operator. */
export function watermarkLanes(
  events: readonly TracedEvent[],
  operator: string | null,
  windows: readonly WindowBar[],
): readonly WatermarkLane[] {
  const sent = events.filter((event) => event.type === "watermark-out" && event.operator === operator);
  const ends = windows.map(({ end }) => end - 1);
  return [...Map.groupBy(sent, ({ subtask }) => subtask).entries()]
    .toSorted(([one], [other]) => one - other)
    .map(([subtask, own]) => ({ operator: operator ?? "", subtask, advances: advancesOf(own, ends) }));
}

/**
 * Returns the operator that a picture of event time is about: the one with most windows, else with late records, else
 * with timers of event time, else the first that takes watermarks in; `null` if none does.
 */
export function watchedOperator(events: readonly TracedEvent[]): string | null {
  return (
    most(events, ({ type }) => type === "window-assign") ??
    most(events, ({ type }) => type === "late") ??
    most(events, (event) => event.type === "timer-set" && event.timeDomain === "EVENT_TIME") ??
    events.find(({ type }) => type === "watermark-in")?.operator ??
    null
  );
}

function most(events: readonly TracedEvent[], counts: (event: TracedEvent) => boolean): string | null {
  const found = new Map<string, number>();
  for (const event of events) {
    if (counts(event)) found.set(event.operator, (found.get(event.operator) ?? 0) + 1);
  }
  return [...found].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function advancesOf(sent: readonly TracedEvent[], ends: readonly number[]): readonly Advance[] {
  const marks = sent.flatMap((event) =>
    event.type === "watermark-out" ? [{ step: event.step, timestamp: event.timestamp }] : [],
  );
  const lengths = marks.map(({ timestamp }, index) => timestamp - (marks[index - 1]?.timestamp ?? timestamp));
  const usual = usualLength(lengths);
  return marks.map(({ step, timestamp }, index) => {
    const length = lengths[index] ?? 0;
    const due = new Set(ends.filter((end) => timestamp - length < end && end <= timestamp)).size;
    const isLong = usual === null ? due > 1 : length >= MANY_TIMES * usual;
    return { step, timestamp, jump: Number.isFinite(timestamp) && length > 0 && isLong ? length : null };
  });
}

/** The middle one of the advances, in ms; `null` if there are too few to tell. */
function usualLength(lengths: readonly number[]): number | null {
  const finite = lengths
    .filter((length) => length > 0 && Number.isFinite(length))
    .toSorted((one, other) => one - other);
  return finite.length < FEW ? null : (finite[Math.floor(finite.length / 2)] ?? null);
}

import type { TracedEvent } from "../../engine/trace/trace-event.ts";

/** Where one looks in a trace: at a step, all of it done and nothing after it. */
export interface TraceCursor {
  readonly step: number;
}

/** A step that a check has named, and what it says is wrong there. */
export interface Violation {
  readonly step: number;
  readonly says: string;
}

/** What one can go to in a trace. */
export type Landmark = "step" | "watermark" | "barrier";

/** Which way to go. */
export type Direction = "forward" | "back";

/** To the nearest of what, and which way. */
export interface CursorMove {
  readonly direction: Direction;
  readonly to: Landmark;
}

/** What happens all the time and is seen only as a sum: nobody wants to stop there. */
const UNTOLD: ReadonlySet<TracedEvent["type"]> = new Set([
  "busy",
  "idle",
  "blocked",
  "buffer-send",
  "credit",
  "channel-watermark",
  "channel-status",
  "barrier-out",
  "notify-complete",
] as const);

/** Returns the cursor at the last step of a trace. */
export function lastCursor(events: readonly TracedEvent[]): TraceCursor {
  return { step: events.at(-1)?.step ?? 0 };
}

/** Returns the cursor at the nearest landmark in a direction; where there is none, it stays. */
export function moveCursor(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  { direction, to }: CursorMove,
): TraceCursor {
  const isThere = (event: TracedEvent): boolean => isLandmark(event, to);
  // No more of them are looked at than need be.
  const landmark =
    direction === "forward"
      ? events.slice(countUpTo(events, cursor)).find(isThere)
      : events.slice(0, countUpTo(events, { step: cursor.step - 1 })).findLast(isThere);
  return { step: landmark?.step ?? cursor.step };
}

/** Returns how many of the events have happened when a step is done. */
export function countUpTo(events: readonly TracedEvent[], { step }: TraceCursor): number {
  let [from, to] = [0, events.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((events[middle]?.step ?? 0) <= step) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Returns the events of the step at the cursor. */
export function eventsAt(events: readonly TracedEvent[], cursor: TraceCursor): readonly TracedEvent[] {
  return events.slice(countUpTo(events, { step: cursor.step - 1 }), countUpTo(events, cursor));
}

/** What happens to a checkpoint, and what it is there for. */
const STATIONS: ReadonlySet<TracedEvent["type"]> = new Set([
  "checkpoint-begin",
  "barrier-in",
  "checkpoint-complete",
  "failure",
  "restore",
]);

function isLandmark({ type }: TracedEvent, to: Landmark): boolean {
  switch (to) {
    case "step":
      return !UNTOLD.has(type);
    case "watermark":
      return type === "watermark-in" || type === "watermark-out";
    case "barrier":
      return STATIONS.has(type);
  }
}

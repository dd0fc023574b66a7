import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { Row } from "../row.ts";
import { backPressureBars } from "./back-pressure-bars.ts";
import { checkpointLanes } from "./checkpoint-lanes.ts";
import { eventTimeStrip } from "./event-time-strip.ts";
import { stateAndTimers } from "./state-and-timers.ts";
import type { TraceCanvas } from "./trace-canvas.ts";
import type { TraceCursor } from "./trace-cursor.ts";

/** A picture that is drawn from one trace alone. */
export type TracePicture = "strip" | "state" | "barriers" | "pressure";

const DRAWINGS: Readonly<
  Record<
    TracePicture,
    (events: readonly TracedEvent[], cursor: TraceCursor, canvas: TraceCanvas) => readonly Row[]
  >
> = {
  strip: eventTimeStrip,
  state: stateAndTimers,
  barriers: checkpointLanes,
  pressure: backPressureBars,
};

/** Returns a picture of a trace as it is at a cursor. */
export function drawTrace(
  picture: TracePicture,
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  canvas: TraceCanvas,
): readonly Row[] {
  return DRAWINGS[picture](events, cursor, canvas);
}

/** Returns the pictures that have something to show of a trace, the one that tells most first. */
export function picturesOf(events: readonly TracedEvent[]): readonly TracePicture[] {
  const types = new Set(events.map(({ type }) => type));
  const has = (...wanted: readonly TracedEvent["type"][]): boolean => wanted.some((type) => types.has(type));
  const hasTimestamps = events.some((event) => "timestamp" in event && Number.isFinite(event.timestamp));
  const shown: readonly (readonly [picture: TracePicture, weight: number])[] = [
    ["barriers", has("failure", "transaction") ? 4 : Number(has("barrier-in", "snapshot"))],
    ["strip", hasTimestamps ? (has("late", "window-assign") ? 3 : 1) : 0],
    ["pressure", has("blocked") ? 2 : 0],
    ["state", has("state-put", "timer-set") ? 1 : 0],
  ];
  return shown
    .filter(([, weight]) => weight > 0)
    .toSorted(([, one], [, other]) => other - one)
    .map(([picture]) => picture);
}

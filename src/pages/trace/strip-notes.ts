import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { TraceWords } from "../../locale/trace-words.ts";
import type { EventTimeFacts } from "./event-time-facts.ts";
import type { RecordLane } from "./record-lanes.ts";
import { NO_NOTE, type Note } from "./strip-layout.ts";
import { countUpTo, type TraceCursor } from "./trace-cursor.ts";
import type { WatermarkLane } from "./watermark-lanes.ts";
import type { WindowBar } from "./window-bars.ts";

/** What the remarks behind lanes are made of. */
export interface Noting {
  readonly events: readonly TracedEvent[];
  readonly cursor: TraceCursor;
  readonly facts: EventTimeFacts;
  readonly words: TraceWords;
}

/** Returns what is said of a lane of records: its own watermark, and whether it is idle. */
export function recordNote(lane: RecordLane, { events, cursor, facts, words }: Noting): Note {
  let watermark: number | null = null;
  let isIdle = false;
  for (const event of events.slice(0, countUpTo(events, cursor))) {
    if (!isOfLane(event, lane)) continue;
    if (event.type === "watermark-out" || event.type === "split-watermark") watermark = event.timestamp;
    if (event.type === "status" || event.type === "split-status") isIdle = event.status === "idle";
  }
  const said = [
    ...(watermark === null ? [] : [words.sentence.watermark(facts.text.timestamp(watermark))]),
    ...(isIdle ? [words.strip.idle] : []),
  ];
  return { facts: said, tone: isIdle ? "warning" : "quiet" };
}

/** Whether an event tells of the time of a lane: of its split, where it is one of several, else of its subtask. */
function isOfLane(event: TracedEvent, { operator, subtask, split }: RecordLane): boolean {
  if (event.operator !== operator || event.subtask !== subtask) return false;
  if (event.type === "split-watermark" || event.type === "split-status") return event.split === split;
  return split === null;
}

/** Returns what is said of a lane of watermarks: where it stands, whether it jumped there, who holds it back. */
export function watermarkNote(
  lane: WatermarkLane,
  { cursor, facts, words }: Noting,
  holder: string | null,
): Note {
  const advance = lane.advances.findLast(({ step }) => step <= cursor.step);
  if (advance === undefined) return NO_NOTE;
  const { timestamp, jump } = advance;
  const said = [
    facts.text.timestamp(timestamp),
    ...(timestamp === Number.POSITIVE_INFINITY ? [words.strip.endOfInput] : []),
    ...(jump === null ? [] : [words.strip.jump(facts.text.length(jump))]),
    ...(holder === null ? [] : [words.strip.heldBy(holder)]),
  ];
  return { facts: said, tone: jump === null && holder === null ? "quiet" : "warning" };
}

/** Returns what is said of a window: what it is doing, what it holds, how often it fired. */
export function windowNote(window: WindowBar, words: TraceWords): Note {
  const { count, strip } = words;
  if (window.phase === "ahead") return { facts: [strip.phase.ahead], tone: "quiet" };
  const said = [
    ...(window.late > 0 ? [count.late(window.late)] : []),
    strip.phase[window.phase],
    count.records(window.records),
    ...(window.firings > 0 ? [strip.fired(window.firings)] : []),
    ...(window.purged ? [strip.purged] : []),
    ...(window.keys > 1 ? [count.keys(window.keys)] : []),
  ];
  return { facts: said, tone: window.late > 0 ? "bad" : window.phase === "gone" ? "quiet" : "plain" };
}

import { NO_TIMESTAMP, sideOutputTimestamp } from "../../time/timestamp.ts";
import type { Output } from "../output.ts";
import type {
  BaseBroadcastContext,
  BroadcastContext,
  ReadOnlyContext,
} from "./broadcast-process-function.ts";
import type { BroadcastStates } from "./broadcast-states.ts";

/** What the contexts of a function show of its operator. */
export interface ContextSource {
  readonly output: Output<never>;
  readonly states: BroadcastStates;
  /** Returns the timestamp of the element or the timer in ms, NO_TIMESTAMP if it has none. */
  readonly timestamp: () => number;
  readonly currentProcessingTime: () => number;
  readonly currentWatermark: () => number;
}

/** Returns what a function knows of the elements that everybody gets. */
export function broadcastContext(source: ContextSource): BroadcastContext {
  return {
    ...baseContext(source),
    timestamp: () => sideOutputTimestamp(source.timestamp()),
    getBroadcastState: (descriptor) => source.states.get(descriptor),
  };
}

/** Returns what a function knows of all other elements. */
export function readOnlyContext(source: ContextSource): ReadOnlyContext {
  return {
    ...baseContext(source),
    getBroadcastState: (descriptor) => source.states.getReadOnly(descriptor),
  };
}

function baseContext(source: ContextSource): BaseBroadcastContext {
  return {
    timestamp: () => (source.timestamp() === NO_TIMESTAMP ? null : source.timestamp()),
    currentProcessingTime: source.currentProcessingTime,
    currentWatermark: source.currentWatermark,
    output: (tag, value) => source.output.collectSide(tag, value, sideOutputTimestamp(source.timestamp())),
  };
}

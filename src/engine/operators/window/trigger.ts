import type { Key } from "../../java/hash-code.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../state/state-descriptor.ts";
import type { AggregatingState, ListState, MapState, ReducingState, ValueState } from "../../state/state.ts";
import type { Window } from "./window.ts";

/** What becomes of a window: nothing, its function runs on it, it is emptied, or both. */
export type TriggerResult = "CONTINUE" | "FIRE" | "PURGE" | "FIRE_AND_PURGE";

/** Whether the window's function runs. */
export function isFire(result: TriggerResult): boolean {
  return result === "FIRE" || result === "FIRE_AND_PURGE";
}

/** Whether the window is emptied. */
export function isPurge(result: TriggerResult): boolean {
  return result === "PURGE" || result === "FIRE_AND_PURGE";
}

/** What a trigger may do for the window that it is asked about (Flink's `TriggerContext`). Times are in ms. */
export interface TriggerContext {
  readonly getCurrentProcessingTime: () => number;
  readonly getCurrentWatermark: () => number;
  readonly registerProcessingTimeTimer: (time: number) => void;
  readonly registerEventTimeTimer: (time: number) => void;
  readonly deleteProcessingTimeTimer: (time: number) => void;
  readonly deleteEventTimeTimer: (time: number) => void;
  /** Returns the state of the window. */
  readonly getPartitionedState: PartitionedStateGetter;
}

/** Finds the state of a window by its descriptor. */
export interface PartitionedStateGetter {
  <T>(descriptor: ValueStateDescriptor<T>): ValueState<T>;
  <T>(descriptor: ListStateDescriptor<T>): ListState<T>;
  <UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>): MapState<UK, UV>;
  <T>(descriptor: ReducingStateDescriptor<T>): ReducingState<T>;
  <In, Acc, Out>(descriptor: AggregatingStateDescriptor<In, Acc, Out>): AggregatingState<In, Out>;
}

/** What a trigger may do when windows have become one (Flink's `OnMergeContext`). */
export interface OnMergeContext extends TriggerContext {
  /** Moves the states of the windows that were merged into that of the new window. */
  readonly mergePartitionedState: <T>(
    descriptor: ReducingStateDescriptor<T> | ListStateDescriptor<T>,
  ) => void;
}

/** Says when a window's function runs (Flink's class of the same name). */
export interface Trigger<T, W extends Window> {
  readonly onElement: (element: T, timestamp: number, window: W, context: TriggerContext) => TriggerResult;
  readonly onProcessingTime: (time: number, window: W, context: TriggerContext) => TriggerResult;
  readonly onEventTime: (time: number, window: W, context: TriggerContext) => TriggerResult;
  /** Is called when windows have become one; a trigger without it cannot be used with windows that merge. */
  readonly onMerge?: (window: W, context: OnMergeContext) => void;
  /** Deletes the timers and the state that the trigger has for a window. */
  readonly clear: (window: W, context: TriggerContext) => void;
}

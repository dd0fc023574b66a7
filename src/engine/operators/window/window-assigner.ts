import type { NamespaceType } from "../../state/namespace.ts";
import type { MergedWindows } from "./time-window.ts";
import type { Trigger } from "./trigger.ts";
import type { Window } from "./window.ts";

/** What an assigner may ask for (Flink's `WindowAssignerContext`). */
export interface WindowAssignerContext {
  /** Returns the processing time in ms. */
  readonly getCurrentProcessingTime: () => number;
}

/** Says which windows an element is in (Flink's class of the same name). */
export interface WindowAssigner<T, W extends Window> {
  /** Returns the windows of an element; `timestamp` is NO_TIMESTAMP if it has none. */
  readonly assignWindows: (element: T, timestamp: number, context: WindowAssignerContext) => readonly W[];
  readonly getDefaultTrigger: () => Trigger<T, W>;
  /** Whether the windows go by timestamps and watermarks, or by the clock. */
  readonly isEventTime: () => boolean;
  /** How the windows are told apart (Flink's `getWindowSerializer`). */
  readonly windowType: NamespaceType<W>;
  /** Says which windows become one; only assigners of windows that merge have it. */
  readonly mergeWindows?: (windows: readonly W[]) => readonly MergedWindows<W>[];
}

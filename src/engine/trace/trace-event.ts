import type { WatermarkStatus } from "../time/watermark-status.ts";

/** What happens to records at an operator. Times are in ms; no timestamp is NO_TIMESTAMP. */
export type RecordEvent =
  | {
      readonly type: "element-in";
      readonly input: number;
      readonly value: unknown;
      readonly timestamp: number;
    }
  | { readonly type: "element-out"; readonly value: unknown; readonly timestamp: number }
  | { readonly type: "side-out"; readonly tag: string; readonly value: unknown; readonly timestamp: number }
  /** An element was late for all its windows: their last cleanup time is not above the watermark. */
  | { readonly type: "late"; readonly timestamp: number; readonly watermark: number };

/** What happens to time at an operator. */
export type TimeEvent =
  | { readonly type: "watermark-in"; readonly input: number; readonly timestamp: number }
  | { readonly type: "watermark-out"; readonly timestamp: number }
  | { readonly type: "status"; readonly status: WatermarkStatus };

/** A timer is registered, registered once more (which does nothing), deleted, or it fires. */
export interface TimerEvent {
  readonly type: "timer-set" | "timer-dup" | "timer-del" | "timer-fire";
  readonly timeDomain: "EVENT_TIME" | "PROCESSING_TIME";
  readonly key: unknown;
  readonly namespace: unknown;
  readonly timestamp: number;
}

/** A value of keyed state is read, set, removed, or found expired. */
export interface StateEvent {
  readonly type: "state-get" | "state-put" | "state-clear" | "state-expired";
  readonly state: string;
  readonly key: unknown;
  readonly namespace: unknown;
  /** What is there now; `undefined` if nothing is. */
  readonly value: unknown;
}

/** What happens to a window of a key. */
export type WindowEvent =
  | {
      readonly type: "window-assign" | "window-fire" | "window-purge" | "window-cleanup";
      readonly key: unknown;
      readonly window: unknown;
    }
  | {
      readonly type: "window-merge";
      readonly key: unknown;
      readonly window: unknown;
      readonly merged: readonly unknown[];
    };

/** What happens to checkpoints at a subtask. */
export type CheckpointEvent =
  | { readonly type: "barrier-in"; readonly checkpointId: number; readonly channel: number }
  | { readonly type: "channel-blocked" | "channel-resumed"; readonly channel: number }
  | {
      readonly type: "snapshot" | "ack" | "checkpoint-complete" | "commit" | "abort" | "restore";
      readonly checkpointId: number;
    }
  | { readonly type: "failure"; readonly message: string };

/** What happens to buffers between subtasks. */
export type NetworkEvent =
  | { readonly type: "buffer-send"; readonly channel: number; readonly records: number }
  | { readonly type: "credit"; readonly channel: number; readonly credits: number }
  | { readonly type: "blocked" | "idle" };

/** One thing that happened in a run of the engine. */
export type TraceEvent =
  | RecordEvent
  | TimeEvent
  | TimerEvent
  | StateEvent
  | WindowEvent
  | CheckpointEvent
  | NetworkEvent;

/** Where and when something happened. */
export interface TracePlace {
  /** The number of the step of the run, from 0. */
  readonly step: number;
  /** Processing time in ms. */
  readonly time: number;
  readonly subtask: number;
  readonly operator: string;
}

/** One thing that happened, with its place. All that views, tests and exercises know of a run is a list of these. */
export type TracedEvent = TracePlace & TraceEvent;

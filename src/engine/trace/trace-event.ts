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
  | { readonly type: "status"; readonly status: WatermarkStatus }
  /** The next element that a source sends comes from this split. */
  | { readonly type: "split-out"; readonly split: string }
  /** A split of a source says how far it is, or that it is silent. */
  | { readonly type: "split-watermark"; readonly split: string; readonly timestamp: number }
  | { readonly type: "split-status"; readonly split: string; readonly status: WatermarkStatus };

/** A timer is registered, registered once more (which does nothing), deleted, or it fires. */
export interface TimerEvent {
  readonly type: "timer-set" | "timer-dup" | "timer-del" | "timer-fire";
  readonly timeDomain: "EVENT_TIME" | "PROCESSING_TIME";
  readonly key: unknown;
  readonly namespace: unknown;
  readonly timestamp: number;
}

/** An entry of keyed state: the value of one key in one namespace. */
interface StatePlace {
  readonly state: string;
  readonly key: unknown;
  readonly namespace: unknown;
  /** What is there now; `undefined` if nothing is. */
  readonly value: unknown;
}

/**
 * An entry of keyed state is set, or it goes: its user clears it, or its time to live is over. Elements of a list and
 * of a map go one by one: while others are left, the entry is set to those.
 */
export interface StateEvent extends StatePlace {
  readonly type: "state-put" | "state-clear" | "state-expired";
}

/** An entry of keyed state is read; its namespace is `undefined` before the first one is set. */
export interface StateReadEvent extends StatePlace {
  readonly type: "state-get";
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

/** A subtask, by the name of its task and its number. */
export interface TracedSubtask {
  readonly task: string;
  readonly subtask: number;
}

/** The life of a subtask. A channel is known by its place among `producers`. */
export type TaskEvent =
  | {
      readonly type: "deploy";
      /** Counted from 1. */
      readonly attempt: number;
      /** The names of its chain. */
      readonly operators: readonly string[];
      readonly producers: readonly TracedSubtask[];
    }
  | { readonly type: "end"; readonly state: "FINISHED" | "CANCELED" }
  | { readonly type: "failure"; readonly message: string };

/** What happens to checkpoints at a subtask. */
export type CheckpointEvent =
  | {
      readonly type: "barrier-in";
      readonly checkpointId: number;
      readonly channel: number;
      readonly alignment: TracedAlignment;
    }
  | { readonly type: "barrier-out"; readonly checkpointId: number; readonly alignment: TracedAlignment }
  | { readonly type: "channel-blocked" | "channel-resumed"; readonly channel: number }
  | {
      readonly type: "snapshot" | "notify-complete" | "abort" | "restore";
      readonly checkpointId: number;
    }
  | {
      readonly type: "ack";
      readonly checkpointId: number;
      readonly bytes: number;
      /** Elements that were under way and are part of the checkpoint. */
      readonly inFlight: number;
      /** How long the first barrier waited for the last one, ms. */
      readonly alignmentDuration: number;
    };

/** How a checkpoint treats the barriers of a task's channels. */
export type TracedAlignment = "at-least-once" | "aligned" | "unaligned";

/** How far a transaction of a sink has come; `checkpointId` is the checkpoint that it waits for, if that is known. */
export interface TransactionEvent {
  readonly type: "transaction";
  readonly transaction: string;
  readonly state: "open" | "pre-committed" | "committed" | "aborted";
  readonly checkpointId: number | null;
}

/** What happens at the JobManager. */
export type JobEvent =
  | { readonly type: "job-status"; readonly status: string }
  | {
      readonly type: "checkpoint-begin";
      readonly checkpointId: number;
      readonly snapshot: "checkpoint" | "savepoint";
    }
  | {
      readonly type: "checkpoint-complete";
      readonly checkpointId: number;
      /** How long it took, ms. */
      readonly duration: number;
      readonly bytes: number;
    }
  | { readonly type: "checkpoint-fail"; readonly checkpointId: number; readonly reason: string };

/** What happens between subtasks. */
export type NetworkEvent =
  | {
      readonly type: "buffer-send";
      readonly receiver: TracedSubtask;
      /** The number of the channel at its receiver. */
      readonly channel: number;
      readonly records: number;
      /** Buffers that still wait at the sender. */
      readonly backlog: number;
      /** Buffers that the receiver has room for besides. */
      readonly credits: number;
    }
  /** A buffer has been read: so many are unread, and so many the sender may send. */
  | {
      readonly type: "credit";
      readonly channel: number;
      readonly credits: number;
      readonly queued: number;
    }
  | { readonly type: "channel-watermark"; readonly channel: number; readonly timestamp: number }
  | { readonly type: "channel-status"; readonly channel: number; readonly status: WatermarkStatus };

/** What a subtask does from now on: work, wait for input, or wait for room before a record or within one. */
export type LoadEvent =
  | { readonly type: "busy" | "idle" }
  | { readonly type: "blocked"; readonly reason: "soft" | "hard" };

/** One thing that happened in a run of the engine. */
export type TraceEvent =
  | RecordEvent
  | TimeEvent
  | TimerEvent
  | StateEvent
  | StateReadEvent
  | WindowEvent
  | TaskEvent
  | CheckpointEvent
  | TransactionEvent
  | JobEvent
  | NetworkEvent
  | LoadEvent;

/** Where and when something happened. */
export interface TracePlace {
  /** The number of the step of the run, from 0. */
  readonly step: number;
  /** Processing time in ms. */
  readonly time: number;
  readonly subtask: number;
  /** The name of the operator; of the task for what happens to a whole chain; `JobManager` for what happens there. */
  readonly operator: string;
}

/** One thing that happened, with its place. All that views, tests and exercises know of a run is a list of these. */
export type TracedEvent = TracePlace & TraceEvent;

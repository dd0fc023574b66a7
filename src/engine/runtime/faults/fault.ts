import type { TracedEvent } from "../../trace/trace-event.ts";
import type { Message } from "../cluster/messages.ts";

/** When a fault strikes: before a step, or before the step after something has happened. Each strikes once. */
export type FaultMoment = { readonly step: number } | { readonly event: (event: TracedEvent) => boolean };

/** When a fault strikes within a step: around a call of a system outside, which has been carried out or has not. */
export interface CallMoment {
  /** The number of the call, counted from 1 over all systems. */
  readonly call: number;
  readonly moment: "before" | "after";
}

/** Something that goes wrong. */
export type Fault =
  /** A subtask fails; by default the one that would have taken the step. */
  | { readonly type: "fail-task"; readonly at: FaultMoment | CallMoment; readonly task?: number }
  /** A process dies with all its subtasks; by default the one that would have worked. */
  | {
      readonly type: "kill-task-manager";
      readonly at: FaultMoment | CallMoment;
      readonly taskManager?: number;
    }
  | { readonly type: "kill-job-manager"; readonly at: FaultMoment }
  /** What a subtask sends comes late, by so many ms; by default what the one sends that would have worked. */
  | {
      readonly type: "stall-output";
      readonly at: FaultMoment;
      readonly task?: number;
      readonly duration: number;
    }
  /** Messages between JobManager and subtasks are lost, or come late. */
  | { readonly type: "drop-messages"; readonly of: (message: Message) => boolean }
  | { readonly type: "delay-messages"; readonly of: (message: Message) => boolean; readonly delay: number };

type AtPlainMoment<Any> = Any extends { readonly at: infer At }
  ? Omit<Any, "at"> & { readonly at: Exclude<At, { readonly event: unknown }> }
  : never;

/** A fault that is known beforehand down to its step or call: it can be written down and played again. */
export type PlainFault = AtPlainMoment<Fault>;

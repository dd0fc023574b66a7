import type { TimerService } from "../operators/timer/timer-service.ts";
import type { BroadcastState } from "../state/state.ts";
import type { Scope } from "./expression.ts";
import type { Json } from "./json.ts";

/** What actions may do to the world: what the function that runs them may do. */
export interface Effects {
  readonly emit: (value: Json) => void;
  readonly side: (tag: string, value: Json) => void;
  readonly timers?: TimerService;
  /** Finds broadcast states that may be written. */
  readonly broadcast?: (name: string) => BroadcastState<string, Json>;
  /** Calls `visit` with each key that has a state, and with what the state holds. */
  readonly applyToKeyed?: (stateName: string, visit: (key: Json, held: Json) => void) => void;
}

/** Runs one kind of action; the operands are not evaluated yet. */
export type Action = (operands: readonly Json[], scope: Scope, effects: Effects) => void;

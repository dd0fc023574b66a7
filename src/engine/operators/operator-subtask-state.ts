import type { KeyedStateSnapshot } from "../state/keyed-snapshot.ts";
import type { OperatorStateSnapshot } from "../state/operator-snapshot.ts";
import type { TimerServiceSnapshot } from "./timer/timer-snapshot.ts";

/** All state of one instance of an operator in a snapshot (Flink's class of the same name). */
export interface OperatorSubtaskState {
  readonly keyed: KeyedStateSnapshot;
  readonly timers: readonly TimerServiceSnapshot[];
  readonly operator: OperatorStateSnapshot;
}

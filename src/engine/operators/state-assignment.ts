import { computeKeyGroupRangeForOperatorIndex, type KeyGroupRange } from "../state/key-groups.ts";
import { isInRange, keyedStateOf } from "../state/keyed-rescale.ts";
import { repartitionOperatorState } from "../state/operator-rescale.ts";
import type { OperatorSubtaskState } from "./operator-subtask-state.ts";
import type { TimerServiceSnapshot } from "./timer/timer-snapshot.ts";

/**
 * Returns the state of each of `parallelism` instances, out of that of the instances before (Flink's
 * `StateAssignmentOperation`): keyed state and timers go with their key groups, operator state is dealt out anew.
 */
export function repartition(
  before: readonly OperatorSubtaskState[],
  parallelism: number,
  maxParallelism: number,
): readonly OperatorSubtaskState[] {
  const operatorStates = repartitionOperatorState(
    before.map(({ operator }) => operator),
    parallelism,
  );
  return operatorStates.map((operator, index) => {
    const range = computeKeyGroupRangeForOperatorIndex(maxParallelism, parallelism, index);
    const keyed = keyedStateOf(
      range,
      before.map((state) => state.keyed),
    );
    const timers = before.flatMap((state) => state.timers.map((service) => timersOf(range, service)));
    return { keyed, timers, operator };
  });
}

function timersOf(range: KeyGroupRange, service: TimerServiceSnapshot): TimerServiceSnapshot {
  return {
    name: service.name,
    eventTimeTimers: service.eventTimeTimers.filter(({ keyGroup }) => isInRange(keyGroup, range)),
    processingTimeTimers: service.processingTimeTimers.filter(({ keyGroup }) => isInRange(keyGroup, range)),
  };
}

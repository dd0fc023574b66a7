import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import { LONG_BYTES, serializedSize } from "../../state/serialized-size.ts";
import { inFlightElements, type TaskSnapshot } from "./task-snapshot.ts";

/** Returns how many bytes a subtask's part of a checkpoint takes, with what was under way. */
export function snapshotBytes({ operators, inFlight }: TaskSnapshot): number {
  let bytes = 0;
  for (const state of operators.values()) bytes += stateBytes(state);
  for (const { value } of inFlightElements(inFlight)) bytes += LONG_BYTES + serializedSize(value);
  return bytes;
}

function stateBytes({ keyed, timers, operator }: OperatorSubtaskState): number {
  let bytes = 0;
  for (const { entries } of keyed.tables) {
    for (const { key, namespace, value } of entries) {
      bytes += serializedSize(key) + serializedSize(namespace) + serializedSize(value);
    }
  }
  for (const { eventTimeTimers, processingTimeTimers } of timers) {
    for (const { key, namespace } of [...eventTimeTimers, ...processingTimeTimers]) {
      bytes += LONG_BYTES + serializedSize(key) + serializedSize(namespace);
    }
  }
  for (const { elements } of operator.lists) bytes += serializedSize(elements);
  for (const { entries } of operator.broadcasts) bytes += serializedSize(entries);
  return bytes;
}

import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { ChannelElement } from "../network/buffer.ts";
import type { OvertakenElements } from "./outgoing-edge.ts";

/** What was under way when an unaligned checkpoint overtook it. */
export interface InFlightState {
  /** In front of the task, by channel. */
  readonly inputs: OvertakenElements;
  /** Behind the task: by edge, then by channel. */
  readonly outputs: readonly OvertakenElements[];
}

/** One subtask's part of a checkpoint (Flink's `TaskStateSnapshot`). */
export interface TaskSnapshot {
  /** The state of each operator by its id. */
  readonly operators: ReadonlyMap<string, OperatorSubtaskState>;
  readonly inFlight: InFlightState;
  /** How long the first barrier waited for the last one, ms. */
  readonly alignmentDuration: number;
}

/** What an aligned checkpoint has: nothing is under way. */
export const NOTHING_IN_FLIGHT: InFlightState = { inputs: [], outputs: [] };

/** Returns how many elements were under way. */
export function inFlightElements({ inputs, outputs }: InFlightState): readonly ChannelElement[] {
  return [...inputs.flat(), ...outputs.flat(2)];
}

/** Returns the size of a snapshot: its entries of state, its timers, and what was under way. */
export function sizeOf({ operators, inFlight }: TaskSnapshot): number {
  const states = [...operators.values()].map(
    ({ keyed, timers, operator }) =>
      sum(keyed.tables.map(({ entries }) => entries.length)) +
      sum(
        timers.map(
          ({ eventTimeTimers, processingTimeTimers }) => eventTimeTimers.length + processingTimeTimers.length,
        ),
      ) +
      sum(operator.lists.map(({ elements }) => elements.length)) +
      sum(operator.broadcasts.map(({ entries }) => entries.length)),
  );
  return sum(states) + inFlightElements(inFlight).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

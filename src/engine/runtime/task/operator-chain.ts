import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import type { ChainedOperator } from "./chained-operator.ts";
import type { InputPort } from "./input-port.ts";

/** The operators of one subtask: a tree whose links are plain calls (Flink's class of the same name). */
export class OperatorChain {
  /** Each behind those that it gets its elements from; the head is the first. */
  readonly operators: readonly ChainedOperator[];
  /** The inputs of the head; a source has none. */
  readonly inputs: readonly InputPort[];
  /** The head, if it begins a stream. */
  readonly source: SourceStreamOperator | null;
  readonly #waiting: readonly ChainedOperator[];

  constructor(
    operators: readonly ChainedOperator[],
    inputs: readonly InputPort[],
    source: SourceStreamOperator | null,
  ) {
    this.operators = operators;
    this.inputs = inputs;
    this.source = source;
    this.#waiting = operators.filter((operator) => operator.hasPendingWork);
  }

  /** Gives all operators their state and opens them, the last one first: who opens may already send. */
  initializeStateAndOpen(): void {
    for (const operator of this.operators.toReversed()) operator.initializeStateAndOpen();
  }

  /** Lets the operators send what is left, the head first. */
  finish(): void {
    if (this.operators.length === 0) this.source?.finish?.();
    for (const operator of this.operators) operator.finish();
  }

  /** Closes all operators, the last one first, even if one fails to; then throws what the first one threw. */
  close(): void {
    const [failure] = this.closeQuietly();
    if (failure !== undefined) throw failure.cause;
  }

  /** Closes all operators, the last one first, and returns what they threw. */
  closeQuietly(): readonly { readonly cause: unknown }[] {
    const failures: { readonly cause: unknown }[] = [];
    for (const operator of this.operators.toReversed()) {
      try {
        operator.close();
      } catch (cause) {
        failures.push({ cause });
      }
    }
    return failures;
  }

  /** Lets the operators send what belongs before a barrier, the head first. */
  prepareSnapshotPreBarrier(checkpointId: number): void {
    for (const operator of this.operators) operator.prepareSnapshotPreBarrier(checkpointId);
  }

  /** Returns the state of all operators by their ids; the last one is asked first. */
  snapshot(checkpointId: number): ReadonlyMap<string, OperatorSubtaskState> {
    const states = new Map<string, OperatorSubtaskState>();
    for (const operator of this.operators.toReversed()) {
      states.set(operator.identity.operatorId, operator.snapshot(checkpointId));
    }
    return states;
  }

  notifyCheckpointComplete(checkpointId: number): void {
    for (const operator of this.operators.toReversed()) operator.notifyCheckpointComplete(checkpointId);
  }

  notifyCheckpointAborted(checkpointId: number): void {
    for (const operator of this.operators.toReversed()) operator.notifyCheckpointAborted(checkpointId);
  }

  /** Returns the entries of keyed state and the timers of all operators. */
  allocations(): number {
    return this.operators.reduce((sum, { environment }) => sum + environment.allocations(), 0);
  }

  /** Whether all operators can take more input. */
  isAvailable(): boolean {
    for (const operator of this.#waiting) if (!operator.isAvailable()) return false;
    return true;
  }

  /** Whether no operator waits for anything. */
  isQuiet(): boolean {
    return this.#waiting.every((operator) => operator.isQuiet());
  }
}

import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { StateSnapshotContext, StreamOperator } from "../../operators/stream-operator.ts";
import type { CreatedOperator } from "../program/operator-factory.ts";
import type { OperatorEnvironment } from "./operator-environment.ts";

/** How an operator is known: by its id to snapshots, by its name to people. */
export interface OperatorIdentity {
  readonly operatorId: string;
  readonly name: string;
}

/** One operator of a chain with what is around it, and its life. */
export class ChainedOperator {
  readonly identity: OperatorIdentity;
  readonly environment: OperatorEnvironment;
  readonly #created: CreatedOperator<StreamOperator>;
  readonly #start: "new" | "restored";

  constructor(
    identity: OperatorIdentity,
    environment: OperatorEnvironment,
    created: CreatedOperator<StreamOperator>,
    start: "new" | "restored",
  ) {
    this.identity = identity;
    this.environment = environment;
    this.#created = created;
    this.#start = start;
  }

  /** Gives the operator its state, and opens it. */
  initializeStateAndOpen(): void {
    const { operator, userFunction } = this.#created;
    const context = {
      isRestored: () => this.#start === "restored",
      getOperatorStateStore: () => this.environment.operatorStateBackend,
    };
    operator.initializeState?.(context);
    userFunction?.initializeState?.(context);
    operator.open?.();
  }

  prepareSnapshotPreBarrier(checkpointId: number): void {
    this.#created.operator.prepareSnapshotPreBarrier?.(checkpointId);
  }

  /** Returns the operator's part of a checkpoint. */
  snapshot(checkpointId: number): OperatorSubtaskState {
    const { operator, userFunction } = this.#created;
    const context: StateSnapshotContext = { getCheckpointId: () => checkpointId };
    operator.snapshotState?.(context);
    userFunction?.snapshotState?.(context);
    return this.environment.snapshot();
  }

  notifyCheckpointComplete(checkpointId: number): void {
    this.#created.operator.notifyCheckpointComplete?.(checkpointId);
    this.#created.userFunction?.notifyCheckpointComplete?.(checkpointId);
  }

  notifyCheckpointAborted(checkpointId: number): void {
    this.#created.operator.notifyCheckpointAborted?.(checkpointId);
    this.#created.userFunction?.notifyCheckpointAborted?.(checkpointId);
  }

  /** All input has come. */
  finish(): void {
    this.#created.operator.finish?.();
    this.#created.userFunction?.finish?.();
  }

  close(): void {
    this.#created.operator.close?.();
  }

  /** Whether it may have to wait for others. */
  get hasPendingWork(): boolean {
    return this.#created.pendingWork !== undefined;
  }

  /** Whether it can take more input. */
  isAvailable(): boolean {
    return this.#created.pendingWork?.isAvailable() ?? true;
  }

  /** Whether it waits for nothing. */
  isQuiet(): boolean {
    return (this.#created.pendingWork?.numInFlight() ?? 0) === 0;
  }
}

import type { StateInitializationContext, StateSnapshotContext } from "../../operators/stream-operator.ts";
import { ListStateDescriptor } from "../../state/state-descriptor.ts";
import type { ListState } from "../../state/state.ts";
import type { TransactionEvent } from "../../trace/trace-event.ts";
import type { Tracer } from "../../trace/tracer.ts";
import { type Instantiable, instancesOf } from "../program/instantiable.ts";
import type { SinkFunction, SinkFunctionContext } from "./sink-function.ts";
import { transactionText } from "./transaction-text.ts";

/**
 * What a user writes for a sink whose results are seen once and only once (Flink's class of the same name). A
 * transaction is what stands for it: it is part of the state and must be enough to find it again after a failure.
 */
export interface TwoPhaseCommitSinkFunction<In, Transaction> {
  readonly open?: SinkFunction<In>["open"];
  readonly beginTransaction: () => Transaction;
  readonly invoke: (transaction: Transaction, value: In, context: SinkFunctionContext) => void;
  /** Makes the transaction ready, so that `commit` cannot fail for long. Nobody may see it yet. */
  readonly preCommit: (transaction: Transaction) => void;
  /** The checkpoint is complete: makes the transaction seen. */
  readonly commit: (transaction: Transaction) => void;
  readonly abort: (transaction: Transaction) => void;
  /** As `commit`, after a failure: it may have been committed before. By default it is `commit`. */
  readonly recoverAndCommit?: (transaction: Transaction) => void;
  /** As `abort`, for a transaction of before a failure. By default it is `abort`. */
  readonly recoverAndAbort?: (transaction: Transaction) => void;
  readonly close?: () => void;
}

/** What of its transactions a subtask finds again: the ones to commit and the one to abort. */
interface TransactionsState<Transaction> {
  readonly pending: readonly Transaction[];
  readonly open: Transaction | null;
}

/** Returns the sink function that runs the protocol of two phases for its user. */
export function twoPhaseCommit<In, Transaction>(
  given: Instantiable<TwoPhaseCommitSinkFunction<In, Transaction>>,
): () => SinkFunction<In> {
  const newFunction = instancesOf(given);
  return () => new TwoPhaseCommit(newFunction());
}

/** Opens, readies and commits transactions as checkpoints come and complete. */
class TwoPhaseCommit<In, Transaction> implements SinkFunction<In> {
  readonly #user: TwoPhaseCommitSinkFunction<In, Transaction>;
  /** Transactions that are ready, by the checkpoint that they wait for. */
  readonly #pending = new Map<number, Transaction>();
  #state: ListState<TransactionsState<Transaction>> | undefined;
  #tracer: Tracer | null = null;
  #current: Transaction | null = null;
  #hasEnded = false;

  constructor(user: TwoPhaseCommitSinkFunction<In, Transaction>) {
    this.#user = user;
  }

  traceWith(tracer: Tracer): void {
    this.#tracer = tracer;
  }

  /** What was ready is committed, for its checkpoint is complete; what was open is not part of it. */
  initializeState(context: StateInitializationContext): void {
    const descriptor = new ListStateDescriptor<TransactionsState<Transaction>>("state");
    this.#state = context.getOperatorStateStore().getListState(descriptor);
    for (const { pending, open } of this.#state.get()) {
      for (const transaction of pending) this.#recoverAndCommit(transaction);
      if (open !== null) this.#recoverAndAbort(open);
    }
    this.#current = this.#begin();
  }

  open(context: Parameters<NonNullable<SinkFunction<In>["open"]>>[0]): void {
    this.#user.open?.(context);
  }

  invoke(value: In, context: SinkFunctionContext): void {
    if (this.#current === null) {
      throw new Error("Two phase commit sink function with null transaction should not be invoked! ");
    }
    this.#user.invoke(this.#current, value, context);
  }

  snapshotState({ getCheckpointId }: StateSnapshotContext): void {
    if (this.#current !== null) {
      this.#user.preCommit(this.#current);
      this.#trace(this.#current, "pre-committed", getCheckpointId());
      this.#pending.set(getCheckpointId(), this.#current);
    }
    this.#current = this.#hasEnded ? null : this.#begin();
    this.#state?.update([{ pending: [...this.#pending.values()], open: this.#current }]);
  }

  /** Commits what waits for this checkpoint or an older one, of whose end no news came. */
  notifyCheckpointComplete(checkpointId: number): void {
    for (const [id, transaction] of this.#pending) {
      if (id > checkpointId) continue;
      this.#user.commit(transaction);
      this.#trace(transaction, "committed", id);
      this.#pending.delete(id);
    }
  }

  finish(): void {
    this.#hasEnded = true;
  }

  /** A sink that is closed will not go on with its open transaction. */
  close(): void {
    if (this.#current !== null) {
      this.#user.abort(this.#current);
      this.#trace(this.#current, "aborted");
    }
    this.#current = null;
    this.#user.close?.();
  }

  #begin(): Transaction {
    const transaction = this.#user.beginTransaction();
    this.#trace(transaction, "open");
    return transaction;
  }

  #trace(
    transaction: Transaction,
    state: TransactionEvent["state"],
    checkpointId: number | null = null,
  ): void {
    this.#tracer?.record({
      type: "transaction",
      transaction: transactionText(transaction),
      state,
      checkpointId,
    });
  }

  #recoverAndCommit(transaction: Transaction): void {
    if (this.#user.recoverAndCommit === undefined) this.#user.commit(transaction);
    else this.#user.recoverAndCommit(transaction);
    this.#trace(transaction, "committed");
  }

  #recoverAndAbort(transaction: Transaction): void {
    if (this.#user.recoverAndAbort === undefined) this.#user.abort(transaction);
    else this.#user.recoverAndAbort(transaction);
    this.#trace(transaction, "aborted");
  }
}

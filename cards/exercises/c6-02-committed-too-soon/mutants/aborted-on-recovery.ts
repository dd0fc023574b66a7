// expect: exactly-once
// say.en: what is recovered belongs to a checkpoint that is complete, and the source won't send it again: aborting it loses the batch.
// say.zh: 恢复时拿到的是已完成 checkpoint 的事务，source 不会再发一遍：中止它，这一批就丢了。
// variant: commit-recovery
import { type DataStream, twoPhaseCommit } from "sluice/flink";

/* @locked */
export interface Payment {
  readonly id: string;
  readonly customer: string;
  readonly cents: number;
}

/** The ledger of the bank: rows are seen by everybody once their transaction is committed. */
export interface Ledger {
  readonly begin: () => number;
  readonly write: (transaction: number, payment: Payment) => void;
  /** Makes the rows of a transaction seen. To commit twice does no harm. */
  readonly commit: (transaction: number) => void;
  /** Gives a transaction up. Nobody sees any row behind those of one that is open. */
  readonly abort: (transaction: number) => void;
}

export function job(payments: DataStream<Payment>, ledger: Ledger): void {
  /* @end */
  payments
    .addSink(
      twoPhaseCommit<Payment, number>({
        beginTransaction: () => ledger.begin(),
        invoke: (transaction, payment) => ledger.write(transaction, payment),
        preCommit: () => {},
        commit: (transaction) => ledger.commit(transaction),
        abort: (transaction) => ledger.abort(transaction),
        // FIX: once in about seven failovers a batch of payments is missing.
        recoverAndCommit: (transaction) => ledger.abort(transaction),
      }),
    )
    .name("ledger");
}

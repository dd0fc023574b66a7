// expect: exactly-once
// say.en: commit is right now, but preCommit still commits too: what it does is seen before the checkpoint is complete, and a crash in between replays it.
// say.zh: commit 写对了，但 preCommit 里还在提交：checkpoint 还没完成，数据就已经可见；这时崩溃，同一批会重放。
// variant: commit-protocol
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
        // FIX: once in about twenty failovers a batch of payments appears twice.
        preCommit: (transaction) => ledger.commit(transaction),
        commit: (transaction) => ledger.commit(transaction),
        abort: (transaction) => ledger.abort(transaction),
      }),
    )
    .name("ledger");
}

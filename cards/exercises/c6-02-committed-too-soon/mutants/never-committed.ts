// expect: no-loss
// say.en: nothing commits any more. No duplicates, but no payments either: commit is the place, when the checkpoint is complete.
// say.zh: 现在没有人提交了：不重复了，账本也空了。该提交的地方是 commit，它在 checkpoint 完成之后才被调用。
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
        // FIX: there are no duplicates any more, but the ledger stays empty.
        preCommit: () => {},
        commit: () => {},
        abort: (transaction) => ledger.abort(transaction),
      }),
    )
    .name("ledger");
}

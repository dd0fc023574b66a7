// expect: nothing-open
// say.en: prepared transactions are in the state of the committer, but the one that is open is in nobody's: keep it in the writer's snapshot, and abort it in restoreWriter.
// say.zh: 准备好的事务在 committer 的状态里，正在写的那个却谁也没记：放进写入器的快照，在 restoreWriter 里中止它。
import type { DataStream, Sink, SinkWriter } from "sluice/flink";

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
  payments.sinkTo(sinkInto(ledger)).name("ledger");
}

/** Writers hand their transactions over at the barrier; the committer gets them when the checkpoint is complete. */
function sinkInto(ledger: Ledger): Sink<Payment, never, number> {
  return {
    createWriter: () => writerInto(ledger),
    createCommitter: () => ({
      commit: (requests) => {
        for (const request of requests) ledger.commit(request.getCommittable());
      },
    }),
  };
}

/** Writes into one transaction from barrier to barrier. */
function writerInto(ledger: Ledger): SinkWriter<Payment, never, number> {
  // FIX: payments since the last failover are committed, but nobody sees them.
  let transaction = ledger.begin();
  return {
    write: (payment) => ledger.write(transaction, payment),
    flush: () => {},
    prepareCommit: () => {
      const prepared = transaction;
      transaction = ledger.begin();
      return [prepared];
    },
    close: () => ledger.abort(transaction),
  };
}

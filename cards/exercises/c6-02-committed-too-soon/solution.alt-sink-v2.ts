// trade-off.en: the Sink interface that is public in Flink 2.x. Writer and committer are two operators, so there is more code; nobody but the writer aborts what it had open before a failover, and a commit can come twice: it must be harmless.
// trade-off.zh: Flink 2.x 公开的 Sink 接口。写入和提交是两个算子，代码多一些；故障恢复前没写完的事务要由写入器自己中止，同一次提交也可能来两遍，所以提交必须幂等。
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
function sinkInto(ledger: Ledger): Sink<Payment, number, number> {
  return {
    createWriter: () => writerInto(ledger),
    restoreWriter: (_context, open) => {
      for (const transaction of open) ledger.abort(transaction);
      return writerInto(ledger);
    },
    createCommitter: () => ({
      commit: (requests) => {
        for (const request of requests) ledger.commit(request.getCommittable());
      },
    }),
  };
}

/** Writes into one transaction from barrier to barrier, and remembers the open one for whoever has to abort it. */
function writerInto(ledger: Ledger): SinkWriter<Payment, number, number> {
  let transaction = ledger.begin();
  return {
    write: (payment) => ledger.write(transaction, payment),
    flush: () => {},
    prepareCommit: () => {
      const prepared = transaction;
      transaction = ledger.begin();
      return [prepared];
    },
    snapshotState: () => [transaction],
    close: () => ledger.abort(transaction),
  };
}

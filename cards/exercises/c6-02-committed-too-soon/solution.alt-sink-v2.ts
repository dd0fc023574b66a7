// trade-off.en: the Sink interface that is public in Flink 2.x. Writer and committer are two operators, so there is more code, and a commit can come twice after a failover: it must be harmless.
// trade-off.zh: Flink 2.x 公开的 Sink 接口。写入和提交是两个算子，代码多一些；故障恢复后同一次提交可能来两遍，所以提交必须幂等。
import type { DataStream, Sink } from "sluice/flink";

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
  readonly abort: (transaction: number) => void;
}

export function job(payments: DataStream<Payment>, ledger: Ledger): void {
  /* @end */
  payments.sinkTo(sinkInto(ledger)).name("ledger");
}

/** Writers hand their transactions over at the barrier; the committer gets them when the checkpoint is complete. */
function sinkInto(ledger: Ledger): Sink<Payment, never, number> {
  return {
    createWriter: () => {
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
    },
    createCommitter: () => ({
      commit: (requests) => {
        for (const request of requests) ledger.commit(request.getCommittable());
      },
    }),
  };
}

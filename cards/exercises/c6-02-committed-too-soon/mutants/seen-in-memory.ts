// expect: exactly-once
// say.en: the set of ids that were seen is a field: a failover makes a new instance, and with it an empty set, just when it is needed.
// say.zh: 去重用的集合只是成员变量：故障恢复会重建实例，集合是空的，偏偏这时才用得上它。
import { type DataStream, twoPhaseCommit, type TwoPhaseCommitSinkFunction } from "sluice/flink";

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
  payments.addSink(twoPhaseCommit<Payment, number>(() => new RemembersIds(ledger))).name("ledger");
}

/** Writes no payment twice. */
class RemembersIds implements TwoPhaseCommitSinkFunction<Payment, number> {
  readonly ledger: Ledger;
  readonly ids = new Set<string>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  beginTransaction(): number {
    return this.ledger.begin();
  }

  invoke(transaction: number, payment: Payment): void {
    if (this.ids.has(payment.id)) return;
    this.ids.add(payment.id);
    this.ledger.write(transaction, payment);
  }

  // FIX: once in about twenty failovers a batch of payments appears twice.
  preCommit(transaction: number): void {
    this.ledger.commit(transaction);
  }

  commit(): void {}

  abort(transaction: number): void {
    this.ledger.abort(transaction);
  }
}

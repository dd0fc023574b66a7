import type { Scene } from "sluice/exercise";
import {
  EXTERNAL_SYSTEM,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { job, Ledger, Payment } from "./job.ts";

/** A ledger with transactions: rows are seen once their transaction is committed, and then for ever. */
class TransactionalLedger implements Ledger {
  readonly [EXTERNAL_SYSTEM] = "ledger";
  readonly committed: Payment[] = [];
  readonly #open = new Map<number, Payment[]>();
  #nextId = 1;
  #firstCommitted = Number.POSITIVE_INFINITY;

  /** The rows of transactions that are open. Of one from before the first checkpoint no state can tell. */
  get open(): readonly Payment[] {
    return [...this.#open].filter(([id]) => id > this.#firstCommitted).flatMap(([, payments]) => payments);
  }

  begin(): number {
    const id = this.#nextId++;
    this.#open.set(id, []);
    return id;
  }

  write(transaction: number, payment: Payment): void {
    this.#open.get(transaction)?.push(payment);
  }

  commit(transaction: number): void {
    this.#firstCommitted = Math.min(this.#firstCommitted, transaction);
    this.committed.push(...(this.#open.get(transaction) ?? []));
    this.#open.delete(transaction);
  }

  abort(transaction: number): void {
    this.#open.delete(transaction);
  }
}

/** What is in the ledger at the end. */
export interface Outcome {
  /** A row a payment, such as `p3 ann 280`. */
  readonly committed: readonly string[];
  /** The same of those whose transaction is neither committed nor aborted. */
  readonly open: readonly string[];
}

/** Returns a payment as it stands in the ledger. */
function rowOf({ id, customer, cents }: Payment): string {
  return `${id} ${customer} ${cents}`;
}

const CUSTOMERS = ["ann", "bob", "eve"];

export const scene: Scene<typeof job, Payment, Outcome> = {
  input: (seed) =>
    Array.from({ length: 12 }, (_, index) => ({
      id: `p${index + 1}`,
      customer: CUSTOMERS[(index * 7 + seed) % CUSTOMERS.length] ?? "ann",
      cents: 100 + ((index * 37 + seed * 11) % 50) * 10,
    })),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.enableCheckpointing(600).setRestartStrategy({ type: "fixedDelay", attempts: 10, delay: 10 });
    env.getConfig().setAutoWatermarkInterval(0);
    const ledger = new TransactionalLedger();
    const arrivals = input.map((payment, index) => ({ at: index * 100, value: payment }));
    const payments = env.fromSource(
      new ScheduledSource([arrivals]),
      WatermarkStrategy.noWatermarks<Payment>(),
      "payments",
    );
    job(payments, ledger);
    execute(env);
    return { committed: ledger.committed.map(rowOf).toSorted(), open: ledger.open.map(rowOf) };
  },
};

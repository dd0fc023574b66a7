import type { PartitionTransaction, TransactionOutcome } from "./log-entry.ts";

/** The transactions that are open in one partition, at most one a producer. */
export class OpenTransactions {
  /** By producer id, in the order in which they began: the first holds the last stable offset back. */
  readonly #open = new Map<number, PartitionTransaction>();

  /** The offset of the first record of the oldest one; Infinity if none is open. */
  get firstOffset(): number {
    const [oldest] = this.#open.values();
    return oldest?.firstOffset ?? Number.POSITIVE_INFINITY;
  }

  /** Returns the transaction of a producer, which begins at `offset` if none is open. */
  enter(producerId: number, offset: number): PartitionTransaction {
    const known = this.#open.get(producerId);
    if (known !== undefined) return known;
    const begun: PartitionTransaction = { producerId, firstOffset: offset, outcome: "open" };
    this.#open.set(producerId, begun);
    return begun;
  }

  /** Ends the transaction of a producer, if it has one here. */
  end(producerId: number, outcome: TransactionOutcome): void {
    const ended = this.#open.get(producerId);
    if (ended === undefined) return;
    ended.outcome = outcome;
    this.#open.delete(producerId);
  }
}

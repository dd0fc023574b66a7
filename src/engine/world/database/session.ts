import { DatabaseTransaction } from "./database-transaction.ts";
import type { Storage } from "./storage.ts";
import type { XaBranch } from "./xa-branches.ts";
import { XAException } from "./xa-exception.ts";

/** The server's end of a connection: in which transaction its statements are. */
export class Session {
  readonly #storage: Storage;
  #autoCommit: "on" | "off" = "on";
  #local: DatabaseTransaction | null = null;
  /** The branch of a global transaction that this session works for. */
  branch: XaBranch | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Switches it, and commits what is open, as JDBC says. */
  setAutoCommit(autoCommit: "on" | "off"): void {
    this.commit();
    this.#autoCommit = autoCommit;
  }

  /**
   * Carries a statement out in the transaction it belongs to; without one it is a transaction by itself. Throws
   * XAER_RMFAIL between the end of a branch and its commit.
   */
  execute<T>(statement: (transaction: DatabaseTransaction) => T): T {
    if (this.branch !== null) return statement(activeTransaction(this.branch));
    this.#local ??= new DatabaseTransaction();
    try {
      const result = statement(this.#local);
      if (this.#autoCommit === "on") this.commit();
      return result;
    } catch (failure) {
      if (this.#autoCommit === "on") this.rollback();
      throw failure;
    }
  }

  commit(): void {
    if (this.#local !== null) this.#storage.commit(this.#local);
    this.#local = null;
  }

  rollback(): void {
    if (this.#local !== null) this.#storage.rollback(this.#local);
    this.#local = null;
  }
}

function activeTransaction({ state, xid, transaction }: XaBranch): DatabaseTransaction {
  if (state === "active") return transaction;
  throw new XAException("XAER_RMFAIL", `${xid} is ${state}`);
}

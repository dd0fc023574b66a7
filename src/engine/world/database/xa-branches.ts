import type { DatabaseTransaction } from "./database-transaction.ts";
import { XAException } from "./xa-exception.ts";

/** How far a branch has come; it is forgotten when it ends. */
export type XaState = "active" | "idle" | "prepared";

/** A transaction with a name that survives its connection as soon as it is prepared. */
export interface XaBranch {
  readonly xid: string;
  readonly transaction: DatabaseTransaction;
  state: XaState;
}

/** The named transactions of a server that have not ended. */
export class XaBranches {
  readonly #branches = new Map<string, XaBranch>();

  /** Throws XAER_DUPID if the name is taken. */
  begin(xid: string, transaction: DatabaseTransaction): XaBranch {
    if (this.#branches.has(xid)) throw new XAException("XAER_DUPID", xid);
    const branch: XaBranch = { xid, transaction, state: "active" };
    this.#branches.set(xid, branch);
    return branch;
  }

  /** Returns a branch in one of these states. Throws XAER_NOTA if there is none, XAER_PROTO if it is elsewhere. */
  require(xid: string, ...states: readonly XaState[]): XaBranch {
    const branch = this.#branches.get(xid);
    if (branch === undefined) throw new XAException("XAER_NOTA", xid);
    if (!states.includes(branch.state)) throw new XAException("XAER_PROTO", `${xid} is ${branch.state}`);
    return branch;
  }

  forget(xid: string): void {
    this.#branches.delete(xid);
  }

  /** Returns the names of the prepared ones, in the order in which they began. */
  prepared(): readonly string[] {
    return [...this.#branches.values()].filter(({ state }) => state === "prepared").map(({ xid }) => xid);
  }
}

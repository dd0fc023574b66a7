import type { Connection } from "./connection.ts";
import { DatabaseTransaction } from "./database-transaction.ts";
import type { Storage } from "./storage.ts";
import type { XaBranch, XaBranches } from "./xa-branches.ts";
import { XAException } from "./xa-exception.ts";

/** What `prepare` found: something to commit, or nothing, and then the branch has ended. */
export type XaVote = "XA_OK" | "XA_RDONLY";

/** What an XA resource needs of its server. */
export interface XaServer {
  readonly storage: Storage;
  readonly branches: XaBranches;
  readonly detachOnPrepare: "on" | "off";
}

/**
 * Lets a connection take part in transactions that somebody else decides (`javax.transaction.xa.XAResource`). The order
 * is `start`, statements, `end`, `prepare`, `commit`. Up to `prepare` a broken connection rolls back; after it neither a
 * client nor the server can lose the transaction, and its rows stay locked until somebody who knows its name ends it.
 */
export class XaResource {
  readonly #server: XaServer;
  readonly #connection: Connection;

  constructor(server: XaServer, connection: Connection) {
    this.#server = server;
    this.#connection = connection;
  }

  /** Begins a branch in which the statements of the connection are from now on. Throws XAER_DUPID or XAER_RMFAIL. */
  start(xid: string): void {
    this.#connection.call("xa start", () => {
      const { session } = this.#connection;
      if (session.branch !== null) throw new XAException("XAER_RMFAIL", `${session.branch.xid} is not over`);
      session.branch = this.#server.branches.begin(xid, new DatabaseTransaction());
    });
  }

  /** Ends the work of the connection for a branch. */
  end(xid: string): void {
    this.#connection.call("xa end", () => {
      this.#server.branches.require(xid, "active").state = "idle";
    });
  }

  /** Promises that a commit will succeed, whatever happens until then. */
  prepare(xid: string): XaVote {
    return this.#connection.call("xa prepare", () => {
      const branch = this.#server.branches.require(xid, "idle");
      if (branch.transaction.isReadOnly) {
        this.#finish(branch);
        return "XA_RDONLY";
      }
      branch.state = "prepared";
      if (this.#server.detachOnPrepare === "on") this.#detach(xid);
      return "XA_OK";
    });
  }

  /** Makes a prepared branch visible. Throws XAER_NOTA if it is not known, so also if it has been committed before. */
  commit(xid: string): void {
    this.#connection.call("xa commit", () => {
      const branch = this.#server.branches.require(xid, "prepared");
      this.#server.storage.commit(branch.transaction);
      this.#finish(branch);
    });
  }

  /** Undoes a branch. Throws XAER_NOTA if it is not known. */
  rollback(xid: string): void {
    this.#connection.call("xa rollback", () => {
      const branch = this.#server.branches.require(xid, "idle", "prepared");
      this.#server.storage.rollback(branch.transaction);
      this.#finish(branch);
    });
  }

  /** Returns the names of all prepared branches of the server, also those that other clients have left. */
  recover(): readonly string[] {
    return this.#connection.call("xa recover", () => this.#server.branches.prepared());
  }

  #finish({ xid }: XaBranch): void {
    this.#server.branches.forget(xid);
    this.#detach(xid);
  }

  #detach(xid: string): void {
    const { session } = this.#connection;
    if (session.branch?.xid === xid) session.branch = null;
  }
}

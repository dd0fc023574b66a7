import type { CommitRequest, Committer } from "../../runtime/sink/sink.ts";
import { ConnectionException } from "../../world/connection-exception.ts";
import type { Connection } from "../../world/database/connection.ts";
import type { Database } from "../../world/database/database.ts";
import { XAException } from "../../world/database/xa-exception.ts";

/** A prepared transaction that waits for its checkpoint. */
export interface XaCommittable {
  readonly xid: string;
}

/** Commits prepared transactions (Flink's `JdbcCommitter`). One that is not known has been committed before. */
export class XaCommitter implements Committer<XaCommittable> {
  readonly #database: Database;
  #connection: Connection | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  commit(requests: readonly CommitRequest<XaCommittable>[]): void {
    for (const request of requests) this.#commitOne(request);
  }

  close(): void {
    this.#connection?.close();
  }

  #commitOne(request: CommitRequest<XaCommittable>): void {
    try {
      this.#database.xaResource(this.#connected()).commit(request.getCommittable().xid);
    } catch (failure) {
      if (failure instanceof ConnectionException) request.retryLater();
      else if (failure instanceof XAException && failure.error === "XAER_NOTA")
        request.signalAlreadyCommitted();
      else throw failure;
    }
  }

  #connected(): Connection {
    if (this.#connection?.isValid() !== true) this.#connection = this.#database.connect();
    return this.#connection;
  }
}

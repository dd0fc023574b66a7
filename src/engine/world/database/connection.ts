import { ConnectionException } from "../connection-exception.ts";
import type { Endpoint } from "../endpoint.ts";
import { Session } from "./session.ts";
import { BatchUpdateException, SQLException } from "./sql-exception.ts";
import type { Row } from "./sql-value.ts";
import type { SelectStatement, WriteStatement } from "./statement.ts";
import type { Storage } from "./storage.ts";

/** What a connection needs of its server. */
export interface ConnectionServer {
  readonly storage: Storage;
  readonly endpoint: Endpoint;
  /** Called once when the connection ends, however it does. */
  readonly onEnd: (connection: Connection) => void;
}

/** A connection to a database (`java.sql.Connection`). It begins with auto-commit on: each statement is for good. */
export class Connection {
  readonly session: Session;
  readonly #server: ConnectionServer;
  #isOpen = true;

  constructor(server: ConnectionServer) {
    this.#server = server;
    this.session = new Session(server.storage);
  }

  /** Whether the server still answers on this connection. */
  isValid(): boolean {
    return this.#isOpen && this.#server.endpoint.isUp;
  }

  /** Ends what is open, and begins a transaction with each statement (`on`) or only after a commit (`off`). */
  setAutoCommit(autoCommit: "on" | "off"): void {
    this.session.setAutoCommit(autoCommit);
  }

  /** Returns the rows of a query. Throws an SQLException. */
  executeQuery(statement: SelectStatement): readonly Row[] {
    return this.call("query", () =>
      this.session.execute((transaction) => this.#server.storage.select(statement, transaction)),
    );
  }

  /** Carries a statement out and returns how many rows it changed. Throws an SQLException. */
  executeUpdate(statement: WriteStatement): number {
    return this.call("update", () => this.#write(statement));
  }

  /**
   * Carries statements out in one call and returns how many rows each of them changed. With auto-commit each is for
   * good as soon as it is done. Throws a `BatchUpdateException` at the first that fails.
   */
  executeBatch(statements: readonly WriteStatement[]): readonly number[] {
    return this.call("batch", () => {
      const counts: number[] = [];
      for (const statement of statements) counts.push(this.#writeInBatch(statement, counts));
      return counts;
    });
  }

  /** Makes what the connection wrote visible. */
  commit(): void {
    this.call("commit", () => this.session.commit());
  }

  rollback(): void {
    this.call("rollback", () => this.session.rollback());
  }

  /** Gives the connection back. What is not committed is rolled back. */
  close(): void {
    this.breakOff();
  }

  /** Ends the connection from either side; the server rolls back what is not committed. */
  breakOff(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.session.rollback();
    this.#server.onEnd(this);
  }

  /** Makes a call over this connection. Throws an SQLException if it has ended. */
  call<T>(operation: string, carryOut: () => T): T {
    if (!this.#isOpen)
      throw new SQLException("CONNECTION_CLOSED", "No operations allowed after connection closed.");
    try {
      return this.#server.endpoint.call(operation, carryOut);
    } catch (failure) {
      if (failure instanceof ConnectionException) this.breakOff();
      throw failure;
    }
  }

  #write(statement: WriteStatement): number {
    return this.session.execute((transaction) => this.#server.storage.write(statement, transaction));
  }

  #writeInBatch(statement: WriteStatement, counts: readonly number[]): number {
    try {
      return this.#write(statement);
    } catch (failure) {
      throw failure instanceof SQLException ? new BatchUpdateException(failure, counts) : failure;
    }
  }
}

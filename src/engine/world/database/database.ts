import { Endpoint } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { WorldClock } from "../world-clock.ts";
import type { World } from "../world.ts";
import { ConnectionLimits } from "./connection-limits.ts";
import { Connection } from "./connection.ts";
import { databaseConfiguration, type DatabaseConfiguration } from "./database-configuration.ts";
import { DatabaseTransaction } from "./database-transaction.ts";
import type { Row } from "./sql-value.ts";
import { Storage, type StatementCounters } from "./storage.ts";
import type { TableSchema } from "./table-schema.ts";
import { XaBranches } from "./xa-branches.ts";
import { XaResource } from "./xa-resource.ts";

/**
 * A relational database such as MySQL: tables with primary keys and indexes, transactions with row locks (READ
 * COMMITTED), XA, and a server that counts what it is asked to do. It is reached over connections, as with JDBC.
 */
export class Database implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly clock: WorldClock;
  readonly limits: ConnectionLimits;
  readonly #world: World;
  readonly #configuration: DatabaseConfiguration;
  readonly #storage: Storage;
  readonly #branches = new XaBranches();
  readonly #connections = new Set<Connection>();

  constructor(world: World, given: Partial<DatabaseConfiguration> = {}) {
    this.#configuration = databaseConfiguration(given);
    this[EXTERNAL_SYSTEM] = this.#configuration.name;
    this.#world = world;
    this.clock = world.clock;
    this.endpoint = new Endpoint(world, this.#configuration.name, this.#configuration);
    this.limits = new ConnectionLimits(world.clock, this.endpoint, this.#configuration);
    this.#storage = new Storage(world.clock, this.#configuration);
  }

  /** What all statements together have cost. */
  get counters(): StatementCounters {
    return this.#storage.counters;
  }

  /** How many rows are locked by transactions that nobody has ended. */
  get lockedRows(): number {
    return this.#storage.lockedRows;
  }

  createTable(schema: TableSchema): void {
    this.#storage.createTable(schema);
  }

  /** Returns what CREATE TABLE has said. Throws an SQLException if there is no such table. */
  schemaOf(table: string): TableSchema {
    return this.#storage.table(table).schema;
  }

  /** Returns the committed rows of a table, for whoever looks from outside of the experiment: it costs nothing. */
  rows(table: string): readonly Row[] {
    return this.#storage.table(table).rows();
  }

  /** Returns the names of the XA transactions that are prepared and wait for somebody to end them. */
  preparedTransactions(): readonly string[] {
    return this.#branches.prepared();
  }

  /** Opens a connection. Throws an SQLException if there are too many, a `ConnectionException` if nobody answers. */
  connect(): Connection {
    this.limits.knock();
    return this.endpoint.call("connect", () => {
      this.limits.admit();
      const connection: Connection = new Connection({
        storage: this.#storage,
        endpoint: this.endpoint,
        onEnd: (ended) => {
          closeSocket();
          this.#release(ended);
        },
      });
      const closeSocket = this.#world.process.openSocket(() => connection.breakOff());
      this.#connections.add(connection);
      return connection;
    });
  }

  /** Returns what lets a connection take part in transactions that are decided elsewhere. */
  xaResource(connection: Connection): XaResource {
    const { xaDetachOnPrepare: detachOnPrepare } = this.#configuration;
    return new XaResource({ storage: this.#storage, branches: this.#branches, detachOnPrepare }, connection);
  }

  /** Kills the server and starts it again: connections break, what is committed or prepared is still there. */
  crash(): void {
    for (const connection of this.#connections) connection.breakOff();
  }

  /** Writes rows past connections, locks and counters: how an experiment fills its tables. Throws an SQLException. */
  load(table: string, rows: readonly Row[]): void {
    const transaction = new DatabaseTransaction();
    for (const row of rows) this.#storage.load(table, row, transaction);
    this.#storage.commit(transaction);
  }

  /** A connection that ends takes its unprepared branch with it. */
  #release(connection: Connection): void {
    this.#connections.delete(connection);
    this.limits.release();
    const { branch } = connection.session;
    if (branch === null || branch.state === "prepared") return;
    this.#storage.rollback(branch.transaction);
    this.#branches.forget(branch.xid);
  }
}

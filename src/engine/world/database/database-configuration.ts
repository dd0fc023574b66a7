import type { EndpointBehaviour } from "../endpoint.ts";
import type { Collation } from "./sql-value.ts";

const SECOND = 1000;

/** Connects that come faster than a server can bear, and what becomes of it. */
export interface ConnectStorm {
  /** How many connects within a minute the server survives. */
  readonly perMinute: number;
  /** How long it is down after more than that, in ms. */
  readonly downFor: number;
}

/** What a database server is set to; times in ms. */
export interface DatabaseConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name: string;
  /** `max_connections`; 151. */
  readonly maxConnections: number;
  /** `innodb_lock_wait_timeout`: how long a statement waits for a row that another transaction has locked; 50 s. */
  readonly lockWaitTimeout: number;
  /** How texts compare; by default as in MySQL 8, where 'A' = 'a'. */
  readonly collation: Collation;
  /** How long a written row takes besides the way to the server, in ms; 0. */
  readonly writeTimePerRow: number;
  /** What brings the server down; `null` for nothing. */
  readonly connectStorm: ConnectStorm | null;
  /**
   * `xa_detach_on_prepare`: whether a connection is free for the next transaction as soon as one is prepared. On since
   * MySQL 8.0.29; before, it had to wait for the commit.
   */
  readonly xaDetachOnPrepare: "on" | "off";
}

/** Returns a server's settings: MySQL's defaults where nothing is given. */
export function databaseConfiguration(given: Partial<DatabaseConfiguration>): DatabaseConfiguration {
  return {
    name: "database",
    maxConnections: 151,
    lockWaitTimeout: 50 * SECOND,
    collation: "case-insensitive",
    writeTimePerRow: 0,
    connectStorm: null,
    xaDetachOnPrepare: "on",
    ...given,
  };
}

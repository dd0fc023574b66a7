import type { DataStream, SinkFunction } from "sluice/flink";

/* @locked */
export interface Update {
  readonly order: string;
  /** 1, 2, 3...: the newest one is what the shop has to show. */
  readonly version: number;
}

/** The database of the shop, with a row an order: what is written last is what stands there. */
export interface Database {
  /** Writes 1 to 20 rows in one round trip, which takes 50 ms, and 1 ms more for each row. */
  readonly write: (rows: readonly Update[]) => void;
}

export function job(updates: DataStream<Update>, database: Database): void {
  /* @end */
  updates
    // FIX: 400 updates a second come in, and 20 are written. There are four slots.
    .addSink(new OrderWriter(database))
    .name("orders");
}

/** Writes every update as it comes. */
class OrderWriter implements SinkFunction<Update> {
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  invoke(update: Update): void {
    this.database.write([update]);
  }
}

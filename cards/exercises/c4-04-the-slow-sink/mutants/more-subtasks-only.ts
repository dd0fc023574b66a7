// expect: keeps-up
// say.en: four subtasks write four rows at a time, 78 a second at best, and 400 come in. A round trip costs 50 ms whether it carries one row or twenty.
// say.zh: 四个子任务同时各写一行，每秒最多 78 行，而进来 400 行。一次往返 50 ms，带一行和带二十行差不多一样贵。
// variant: batching
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
    // FIX: 400 updates a second come in, and 54 are written. There are four slots.
    .keyBy(({ order }) => order)
    .addSink(new OrderWriter(database))
    .setParallelism(4)
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

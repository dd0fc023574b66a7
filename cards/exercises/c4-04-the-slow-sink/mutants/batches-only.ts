// expect: keeps-up
// say.en: one subtask with the largest batch writes 20 rows in 70 ms, 285 a second at best. It isn't enough for 400.
// say.zh: 一个子任务用最大的批，70 ms 写 20 行，每秒最多 285 行，不够 400。
// variant: parallelism
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
    // FIX: 400 updates a second come in, and 251 are written. There are four slots.
    .addSink(new OrderWriter(database))
    .name("orders");
}

/** Writes the updates of one subtask in batches. */
class OrderWriter implements SinkFunction<Update> {
  readonly database: Database;
  rows: Update[] = [];

  constructor(database: Database) {
    this.database = database;
  }

  invoke(update: Update): void {
    this.rows.push(update);
    if (this.rows.length === 20) this.flush();
  }

  snapshotState(): void {
    this.flush();
  }

  finish(): void {
    this.flush();
  }

  flush(): void {
    if (this.rows.length > 0) this.database.write(this.rows);
    this.rows = [];
  }
}

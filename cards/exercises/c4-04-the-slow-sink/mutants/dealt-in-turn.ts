// expect: newest-wins
// say.en: without keyBy the updates of one order go to all four subtasks in turn, and whoever flushes last wins, with an old version.
// say.zh: 没有 keyBy，同一个订单的更新轮流分给四个子任务，谁最后刷出谁说了算，哪怕它手里是旧版本。
// variant: key-by
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
    // FIX: every now and then the shop shows an old version of an order.
    .addSink(new OrderWriter(database))
    .setParallelism(4)
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

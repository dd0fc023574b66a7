// expect: no-loss
// say.en: the checkpoint says that these updates are done, and they are still in a field: after a failure the source won't send them again.
// say.zh: checkpoint 记下这些更新已经处理完，它们却还在成员变量里：失败之后 source 不会再发一遍。
// variant: flush-on-checkpoint
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
    // FIX: after a failover some updates are missing.
    .keyBy(({ order }) => order)
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

  finish(): void {
    this.flush();
  }

  flush(): void {
    if (this.rows.length > 0) this.database.write(this.rows);
    this.rows = [];
  }
}

// expect: four-slots
// say.en: eight subtasks need eight slots: with slot sharing a job takes as many as its widest operator has subtasks. Fewer calls do the same for nothing.
// say.zh: 八个子任务要八个 slot：有 slot 共享时，作业占用的 slot 数等于并行度最大的那个算子。少调用几次，不花 slot 也能办到。
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
    .keyBy(({ order }) => order)
    .addSink(new OrderWriter(database))
    .setParallelism(8)
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

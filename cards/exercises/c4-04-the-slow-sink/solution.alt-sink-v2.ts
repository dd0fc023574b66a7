// trade-off.en: the Sink interface calls flush before every checkpoint and at the end: it can't be forgotten. Without state of its own, the writer is at-least-once, as the other one is.
// trade-off.zh: Sink 接口在每次 checkpoint 之前和结束时都会调用 flush，不会漏掉。写入器没有自己的状态，同样是至少一次。
import type { DataStream, Sink } from "sluice/flink";

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
    .sinkTo(batchedInto(database))
    .setParallelism(4)
    .name("orders");
}

/** Writes the rows of one subtask in batches. */
function batchedInto(database: Database): Sink<Update> {
  return {
    createWriter: () => {
      let rows: Update[] = [];
      const flush = () => {
        if (rows.length > 0) database.write(rows);
        rows = [];
      };
      return {
        write: (update) => {
          rows.push(update);
          if (rows.length === 20) flush();
        },
        flush,
      };
    },
  };
}

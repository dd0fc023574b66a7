// expect: exactly-once
// say.en: a checkpoint holds what was written to the state, not what a cache in a field knows better. A write that is spared is lost if the task dies before the next one: write every count, or write all of them in snapshotState.
// say.zh: checkpoint 里是写进状态的值，成员变量里的缓存知道得再多也不算。少写的那一次，task 在下一次写之前挂掉就丢了：要么每次都写，要么在 snapshotState 里全部写入。
import {
  type DataStream,
  type RichMapFunction,
  type RuntimeContext,
  type ValueState,
  ValueStateDescriptor,
} from "sluice/flink";

/* @locked */
export interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** The table behind the dashboard: one row a word, and a new count replaces the old one. */
export interface Dashboard {
  readonly put: (row: WordCount) => void;
}

export function job(words: DataStream<string>, dashboard: Dashboard): void {
  /* @end */
  words
    .keyBy((word) => word)
    .map(new Counter())
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

/** Counts how often each word has come, and spares the state every third write. */
class Counter implements RichMapFunction<string, WordCount> {
  readonly cache = new Map<string, number>();
  count: ValueState<number> | undefined;

  open(context: RuntimeContext): void {
    this.count = context.getState(new ValueStateDescriptor<number>("count"));
  }

  map(word: string): WordCount {
    const count = (this.cache.get(word) ?? this.count?.value() ?? 0) + 1;
    this.cache.set(word, count);
    if (count % 3 !== 0) this.count?.update(count);
    return { word, count };
  }
}

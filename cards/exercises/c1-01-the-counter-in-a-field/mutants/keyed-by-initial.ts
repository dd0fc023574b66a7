// expect: all-counted
// say.en: a ValueState is one value for each key, and the key is the initial: "to" and "two" share one count. What is counted must be the key, or the state a map.
// say.zh: ValueState 是每个 key 一个值，而这里的 key 是首字母：“to” 和 “two” 共用一个计数。要么按所数的词 keyBy，要么把状态换成 MapState。
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
    .keyBy((word) => word.charAt(0))
    .map(new Counter())
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

/** Counts how often each word has come. */
class Counter implements RichMapFunction<string, WordCount> {
  count: ValueState<number> | undefined;

  open(context: RuntimeContext): void {
    this.count = context.getState(new ValueStateDescriptor<number>("count"));
  }

  map(word: string): WordCount {
    const count = (this.count?.value() ?? 0) + 1;
    this.count?.update(count);
    return { word, count };
  }
}

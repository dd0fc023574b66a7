// trade-off.en: the built-in rolling sum keeps its state by itself: least code. But it sums and nothing else, and its state can be given no time to live.
// trade-off.zh: 内置的滚动求和自己管理状态，代码最少；但它只会求和，状态也没法设置 TTL。
import type { DataStream } from "sluice/flink";

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
    .map((word): WordCount => ({ word, count: 1 }))
    .keyBy(({ word }) => word)
    .sum("count")
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

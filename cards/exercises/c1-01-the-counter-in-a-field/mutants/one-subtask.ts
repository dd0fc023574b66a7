// expect: exactly-once
// say.en: with one subtask there is one total a word, and no job that scales. After a failover it still begins at one.
// say.zh: 只留一个子任务，每个词确实只有一个总数，但作业不能扩展了；故障恢复后照样从一开始。
import type { DataStream, RichMapFunction } from "sluice/flink";

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
    .map(new Counter())
    .setParallelism(1)
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .setParallelism(1)
    .name("dashboard");
}

/** Counts how often it has seen each word. */
class Counter implements RichMapFunction<string, WordCount> {
  // FIX: after a failover every word begins at one again.
  readonly counts = new Map<string, number>();

  map(word: string): WordCount {
    const count = (this.counts.get(word) ?? 0) + 1;
    this.counts.set(word, count);
    return { word, count };
  }
}

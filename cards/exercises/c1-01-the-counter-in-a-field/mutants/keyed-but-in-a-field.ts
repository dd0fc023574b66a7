// expect: exactly-once
// say.en: keyBy sends a word to one subtask, but the map is still a field: no checkpoint holds it, and a failover begins with an empty one.
// say.zh: keyBy 让同一个词只去一个子任务，但 Map 仍是成员变量：checkpoint 里没有它，故障恢复后从空的开始。
// variant: managed-state
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
    .keyBy((word) => word)
    .map(new Counter())
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

/** Counts how often it has seen each word. */
class Counter implements RichMapFunction<string, WordCount> {
  // FIX: the totals are the same with four subtasks; but after a failover every word begins at one again.
  readonly counts = new Map<string, number>();

  map(word: string): WordCount {
    const count = (this.counts.get(word) ?? 0) + 1;
    this.counts.set(word, count);
    return { word, count };
  }
}

// expect: exactly-once
// say.en: a static map outlives the task in this JVM, so nothing is rolled back: what the source sends again is counted twice. On another TaskManager there would be another map.
// say.zh: 静态 Map 在这个 JVM 里比 task 活得久，恢复时不会回滚：source 重放的数据又计了一遍。换一个 TaskManager，又是另一份 Map。
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
  const counts = new Map<string, number>();
  words
    // FIX: after a failover some words are counted twice.
    .map(countingIn(counts))
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

/** Counts how often each word has come, in a map that all subtasks of the JVM share, as a static field is. */
function countingIn(counts: Map<string, number>): (word: string) => WordCount {
  return (word) => {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return { word, count };
  };
}

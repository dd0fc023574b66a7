// expect: second-start
// say.en: a static map belongs to the process and not to the job. It outlives the task, and whoever starts next in the same JVM goes on counting in it. No checkpoint holds it, a failover doesn't roll it back, and every TaskManager has its own.
// say.zh: 静态 Map 属于进程而不属于作业：task 没了它还在，同一个 JVM 里下一个启动的接着往里数。checkpoint 里没有它，故障恢复不会让它回滚，每个 TaskManager 又各有一份。
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
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

/** As a static field: one map for all subtasks in the JVM. */
const counts = new Map<string, number>();

/** Counts how often it has seen each word. */
class Counter implements RichMapFunction<string, WordCount> {
  map(word: string): WordCount {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    return { word, count };
  }
}

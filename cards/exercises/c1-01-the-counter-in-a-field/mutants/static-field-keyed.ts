// expect: second-start
// say.en: keyBy gives every word one subtask, but the map is static: it belongs to the process and not to the job. It outlives the task, and whoever starts next in the same JVM goes on counting in it. No checkpoint holds it, and a failover doesn't roll it back.
// say.zh: keyBy 让每个词只归一个子任务，但 Map 是静态的，属于进程而不属于作业：task 没了它还在，同一个 JVM 里下一个启动的接着往里数。checkpoint 里没有它，故障恢复也不会让它回滚。
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

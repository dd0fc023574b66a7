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
    // FIX: with four subtasks a word has up to four totals, and the dashboard shows one of them.
    .map(new Counter())
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
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

// expect: any-parallelism
// say.en: the counts are in the checkpoint now, but as state of a subtask: each subtask has its own count of the same word. State that belongs to a word needs keyBy.
// say.zh: 计数进了 checkpoint，但它是子任务的状态：同一个词在每个子任务里各有一份。属于某个词的状态要先 keyBy。
// variant: key-by
import {
  type DataStream,
  type ListState,
  ListStateDescriptor,
  type RichMapFunction,
  type StateInitializationContext,
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
    // FIX: failovers do no harm; but with four subtasks a word has up to four totals, and the dashboard shows one of them.
    .map(new Counter())
    .name("count")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
}

/** Counts how often it has seen each word, also over failovers. */
class Counter implements RichMapFunction<string, WordCount> {
  readonly counts = new Map<string, number>();
  saved: ListState<WordCount> | undefined;

  initializeState(context: StateInitializationContext): void {
    const descriptor = new ListStateDescriptor<WordCount>("counts");
    this.saved = context.getOperatorStateStore().getListState(descriptor);
    for (const { word, count } of this.saved.get()) this.counts.set(word, count);
  }

  snapshotState(): void {
    this.saved?.update([...this.counts].map(([word, count]) => ({ word, count })));
  }

  map(word: string): WordCount {
    const count = (this.counts.get(word) ?? 0) + 1;
    this.counts.set(word, count);
    return { word, count };
  }
}

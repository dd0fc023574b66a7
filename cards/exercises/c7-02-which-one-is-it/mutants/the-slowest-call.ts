// expect: throughput
// say.en: a row takes store the longest, but only one click in five gets that far. It is idle for a good part of the time, so it holds nobody up.
// say.zh: 单条耗时最长的确实是 store，但五次点击只有一次走到那里。它有不少时间是空闲的，没有拖住任何人。
import type { DataStream } from "sluice/flink";

/* @locked */
export interface Click {
  readonly id: string;
  readonly network: number;
  readonly cents: number;
}

export interface LocatedClick extends Click {
  readonly region: string;
}

export interface ScoredClick extends LocatedClick {
  /** From 0 to 99. */
  readonly risk: number;
}

/** What is done with a click. Each step takes its time; only the metrics tell how long. */
export interface Work {
  readonly decode: (line: string) => Click;
  readonly locate: (click: Click) => LocatedClick;
  readonly score: (click: LocatedClick) => ScoredClick;
  readonly store: (click: ScoredClick) => void;
}

export function job(lines: DataStream<string>, work: Work): void {
  /* @end */
  // FIX: 133 clicks a second get through, 250 come in. One of these numbers may be raised; there are six slots.
  const subtasks = { decode: 2, locate: 2, score: 2, store: 6 };

  lines
    .map(work.decode)
    .setParallelism(subtasks.decode)
    .name("decode")
    .map(work.locate)
    .startNewChain()
    .setParallelism(subtasks.locate)
    .name("locate")
    .map(work.score)
    .startNewChain()
    .setParallelism(subtasks.score)
    .name("score")
    .filter(({ risk }) => risk >= 80)
    .setParallelism(subtasks.score)
    .name("suspicious")
    .addSink({ invoke: (click) => work.store(click) })
    .disableChaining()
    .setParallelism(subtasks.store)
    .name("store");
}

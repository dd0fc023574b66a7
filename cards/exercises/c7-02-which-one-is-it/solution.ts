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
  const subtasks = { decode: 2, locate: 2, score: 4, store: 2 };

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

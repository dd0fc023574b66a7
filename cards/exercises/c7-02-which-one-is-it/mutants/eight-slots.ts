// expect: six-slots
// say.en: the right operator, but eight subtasks need eight slots: with slot sharing a job takes as many as its widest operator has subtasks.
// say.zh: 算子找对了，但八个子任务要八个 slot：有 slot 共享时，作业占用的 slot 数等于并行度最大的那个算子。
// variant: slots
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
  // FIX: fast enough, but the job does not start: there are six slots.
  const subtasks = { decode: 2, locate: 2, score: 8, store: 2 };

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

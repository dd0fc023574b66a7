// expect: throughput
// say.en: decode is the blackest, so it waits the most: it has nothing to do that more subtasks could share. Backpressure shows who suffers, not who is slow.
// say.zh: decode 最黑，说明它等得最久：它没有什么活可以分给更多子任务。反压显示的是谁在受罪，不是谁慢。
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
  const subtasks = { decode: 6, locate: 2, score: 2, store: 2 };

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

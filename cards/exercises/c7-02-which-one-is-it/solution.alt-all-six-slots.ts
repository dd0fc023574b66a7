// trade-off.en: all six slots for the bottleneck: no faster today, because the next one behind it sets the pace, but the scoring may get slower by half before anybody notices. No slot is left for anything else.
// trade-off.zh: 六个 slot 全给瓶颈：今天并不会更快，因为节奏由后面的下一个瓶颈决定；但打分再慢一半也不会有人察觉。代价是再没有空闲的 slot。
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
  const subtasks = { decode: 2, locate: 2, score: 6, store: 2 };

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

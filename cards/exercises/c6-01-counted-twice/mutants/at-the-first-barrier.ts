// expect: exactly-once
// say.en: the first barrier is too early. What the slower channel still brings before its own barrier is in no checkpoint, and after a failure nobody sends it again.
// say.zh: 第一个 barrier 到就保存，太早了：较慢的通道在自己的 barrier 之前还有数据，它们不在任何 checkpoint 里，故障恢复后也没有人重发。
// variant: wait-for-all
import type { Collector, CoProcessFunction, DataStream } from "sluice/flink";

/* @locked */
/** What the tills sell. */
export interface Sale {
  readonly type: "sale";
  readonly product: string;
  readonly pieces: number;
}

/** Stands once in each channel: the sales before it belong to its checkpoint, those behind it to the next one. */
export interface Barrier {
  readonly type: "barrier";
  readonly checkpoint: number;
}

export type StreamElement = Sale | Barrier;

/** How many pieces of each product have been sold. */
export type Counts = ReadonlyMap<string, number>;

/** Keeps the checkpoints. After a failure both channels go on right behind the barrier of the newest one. */
export interface CheckpointStorage {
  readonly save: (checkpoint: number, counts: Counts) => void;
  /** Returns the counts of the newest checkpoint, and none if there is no checkpoint yet. */
  readonly restore: () => Counts;
}

/** The board in the office: a new count of a product replaces the old one. */
export interface Board {
  readonly put: (product: string, pieces: number) => void;
}

export function job(
  north: DataStream<StreamElement>,
  south: DataStream<StreamElement>,
  storage: CheckpointStorage,
  board: Board,
): void {
  /* @end */
  north
    .connect(south)
    .process(new CountTask(storage))
    .name("count")
    .addSink({ invoke: ([product, pieces]) => board.put(product, pieces) })
    .name("board");
}

type Count = readonly [product: string, pieces: number];

/** Counts what comes through two channels, and takes its checkpoints by itself: this engine has no others. */
class CountTask implements CoProcessFunction<StreamElement, StreamElement, Count> {
  readonly storage: CheckpointStorage;
  readonly counts = new Map<string, number>();
  /** The newest checkpoint that has been saved. */
  saved = 0;

  constructor(storage: CheckpointStorage) {
    this.storage = storage;
  }

  open(): void {
    for (const [product, pieces] of this.storage.restore()) this.counts.set(product, pieces);
  }

  processElement1(element: StreamElement, _context: unknown, out: Collector<Count>): void {
    this.process(element, out);
  }

  processElement2(element: StreamElement, _context: unknown, out: Collector<Count>): void {
    this.process(element, out);
  }

  process(element: StreamElement, out: Collector<Count>): void {
    if (element.type === "barrier") this.processBarrier(element);
    else this.processSale(element, out);
  }

  // FIX: checkpoints lack sales that came before the barrier of their channel.
  processBarrier({ checkpoint }: Barrier): void {
    if (checkpoint <= this.saved) return;
    this.saved = checkpoint;
    this.storage.save(checkpoint, this.counts);
  }

  processSale({ product, pieces }: Sale, out: Collector<Count>): void {
    const count = (this.counts.get(product) ?? 0) + pieces;
    this.counts.set(product, count);
    out.collect([product, count]);
  }
}

// expect: exactly-once
// say.en: the channel was held back, and then let go before the snapshot was taken: what it held is in the checkpoint all the same.
// say.zh: 通道确实扣住了，却在做快照之前就放开：扣下的那些数据照样进了 checkpoint。
// variant: snapshot-order
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

type Channel = "north" | "south";
type Count = readonly [product: string, pieces: number];

/** Counts what comes through two channels, and takes its checkpoints by itself: this engine has no others. */
class CountTask implements CoProcessFunction<StreamElement, StreamElement, Count> {
  readonly storage: CheckpointStorage;
  readonly counts = new Map<string, number>();
  /** The channels that have delivered the barrier of the next checkpoint, and wait for the others. */
  readonly blocked = new Set<Channel>();
  /** What came through blocked channels, in its order. */
  readonly held: { readonly channel: Channel; readonly element: StreamElement }[] = [];

  constructor(storage: CheckpointStorage) {
    this.storage = storage;
  }

  open(): void {
    for (const [product, pieces] of this.storage.restore()) this.counts.set(product, pieces);
  }

  processElement1(element: StreamElement, _context: unknown, out: Collector<Count>): void {
    this.process("north", element, out);
  }

  processElement2(element: StreamElement, _context: unknown, out: Collector<Count>): void {
    this.process("south", element, out);
  }

  process(channel: Channel, element: StreamElement, out: Collector<Count>): void {
    if (this.blocked.has(channel)) this.held.push({ channel, element });
    else if (element.type === "barrier") this.processBarrier(channel, element, out);
    else this.processSale(element, out);
  }

  processBarrier(channel: Channel, { checkpoint }: Barrier, out: Collector<Count>): void {
    this.blocked.add(channel);
    if (this.blocked.size < 2) return;
    this.blocked.clear();
    for (const { channel: from, element } of this.held.splice(0)) this.process(from, element, out);
    // FIX: checkpoints hold sales of a channel whose barrier has long come.
    this.storage.save(checkpoint, this.counts);
  }

  processSale({ product, pieces }: Sale, out: Collector<Count>): void {
    const count = (this.counts.get(product) ?? 0) + pieces;
    this.counts.set(product, count);
    out.collect([product, count]);
  }
}

// expect: exactly-once
// say.en: what was held back can contain the next barrier: then the channel is blocked again from there on. Counting the sales and skipping the barriers mixes two checkpoints.
// say.zh: 扣住的数据里可能就有下一个 barrier：从那里起，这个通道又得阻塞。只数销售、跳过 barrier，就把两个 checkpoint 混在了一起。
// variant: held-barriers
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
    this.storage.save(checkpoint, this.counts);
    this.blocked.clear();
    // FIX: if one channel is more than a checkpoint ahead, some checkpoints are never saved, and others are wrong.
    for (const { element } of this.held.splice(0)) {
      if (element.type === "sale") this.processSale(element, out);
    }
  }

  processSale({ product, pieces }: Sale, out: Collector<Count>): void {
    const count = (this.counts.get(product) ?? 0) + pieces;
    this.counts.set(product, count);
    out.collect([product, count]);
  }
}

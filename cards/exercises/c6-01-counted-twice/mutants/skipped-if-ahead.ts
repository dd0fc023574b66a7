// expect: every-checkpoint
// say.en: a checkpoint that is skipped whenever a channel is ahead is right, and as good as never taken: under load some channel is always ahead. Make the channel wait instead.
// say.zh: 只要有通道领先就放弃这个 checkpoint，内容是对了，却等于从不做：有负载时总有通道领先。应该让它等。
// variant: every-checkpoint
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
  /** The channels through which the barrier of a checkpoint has come. */
  readonly arrived = new Map<number, Set<Channel>>();
  /** Channels that have brought something behind a barrier that is not in all channels yet. */
  readonly ahead = new Set<Channel>();

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
    if ([...this.arrived.values()].some((channels) => channels.has(channel))) this.ahead.add(channel);
    if (element.type === "barrier") this.processBarrier(channel, element);
    else this.processSale(element, out);
  }

  processBarrier(channel: Channel, { checkpoint }: Barrier): void {
    const arrived = (this.arrived.get(checkpoint) ?? new Set()).add(channel);
    this.arrived.set(checkpoint, arrived);
    if (arrived.size < 2) return;
    this.arrived.delete(checkpoint);
    // FIX: hardly a checkpoint is taken.
    if (this.ahead.size === 0) this.storage.save(checkpoint, this.counts);
    if (this.arrived.size === 0) this.ahead.clear();
  }

  processSale({ product, pieces }: Sale, out: Collector<Count>): void {
    const count = (this.counts.get(product) ?? 0) + pieces;
    this.counts.set(product, count);
    out.collect([product, count]);
  }
}

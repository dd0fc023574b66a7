// trade-off.en: nothing waits, as with unaligned checkpoints. But a checkpoint takes a copy of all counts at its first barrier, and what is still under way has to be put into it: for counts that is an addition, in general it is stored as it is.
// trade-off.zh: 没有通道要等，和非对齐 checkpoint 一样。但第一个 barrier 到达时要把计数复制一份，还在路上的数据也得补进去：对计数来说加上即可，一般情况下只能原样存下来。
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

/** A checkpoint that lacks the barrier of a channel. */
interface PendingCheckpoint {
  /** The counts at its first barrier, and since then the sales before its last one. */
  readonly counts: Map<string, number>;
  readonly first: Channel;
}

/** Counts what comes through two channels, and takes its checkpoints by itself: no channel ever waits. */
class CountTask implements CoProcessFunction<StreamElement, StreamElement, Count> {
  readonly storage: CheckpointStorage;
  readonly counts = new Map<string, number>();
  readonly pending = new Map<number, PendingCheckpoint>();

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
    if (element.type === "barrier") this.processBarrier(channel, element);
    else this.processSale(channel, element, out);
  }

  processBarrier(channel: Channel, { checkpoint }: Barrier): void {
    const pending = this.pending.get(checkpoint);
    if (pending === undefined) {
      this.pending.set(checkpoint, { counts: new Map(this.counts), first: channel });
    } else {
      this.pending.delete(checkpoint);
      this.storage.save(checkpoint, pending.counts);
    }
  }

  processSale(channel: Channel, sale: Sale, out: Collector<Count>): void {
    out.collect([sale.product, added(sale, this.counts)]);
    // Before the barrier of its channel a sale belongs to every checkpoint that waits for that barrier.
    for (const { counts, first } of this.pending.values()) if (first !== channel) added(sale, counts);
  }
}

/** Adds a sale to some counts, and returns the new count of its product. */
function added({ product, pieces }: Sale, counts: Map<string, number>): number {
  const count = (counts.get(product) ?? 0) + pieces;
  counts.set(product, count);
  return count;
}

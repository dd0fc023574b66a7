// expect: exactly-once
// say.en: the north was ahead in the log of the ticket, but which channel is ahead changes with load and line: now the south is, and what comes behind its barrier is counted at once. Whoever has brought the barrier has to wait, whichever channel it is.
// say.zh: 工单日志里是北边领先，但谁领先要看负载和线路：这一次是南边先到，它的 barrier 之后的数据一到就算了进去。哪个通道先送到 barrier，就该哪个通道等。
// variant: either-channel
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
    // FIX: some checkpoints still hold sales of a channel whose barrier has long come.
    if (channel === "north" && this.blocked.has(channel)) this.held.push({ channel, element });
    else if (element.type === "barrier") this.processBarrier(channel, element, out);
    else this.processSale(element, out);
  }

  processBarrier(channel: Channel, { checkpoint }: Barrier, out: Collector<Count>): void {
    this.blocked.add(channel);
    if (this.blocked.size < 2) return;
    this.storage.save(checkpoint, this.counts);
    this.blocked.clear();
    for (const { channel: from, element } of this.held.splice(0)) this.process(from, element, out);
  }

  processSale({ product, pieces }: Sale, out: Collector<Count>): void {
    const count = (this.counts.get(product) ?? 0) + pieces;
    this.counts.set(product, count);
    out.collect([product, count]);
  }
}

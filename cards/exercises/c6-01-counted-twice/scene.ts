import type { Scene } from "sluice/exercise";
import {
  EXTERNAL_SYSTEM,
  ScheduledSource,
  type Source,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { Board, CheckpointStorage, Counts, job, Sale, StreamElement } from "./job.ts";

/** A sale, and the till where it was made. */
export interface SaleAtTill extends Omit<Sale, "type"> {
  readonly till: "north" | "south";
  /** When it was made, ms. */
  readonly at: number;
}

/** What a checkpoint holds: the pieces of each product. */
export interface Content {
  readonly checkpoint: number;
  readonly counts: readonly string[];
}

export interface Outcome {
  /** The pieces of each product that the board shows at the end, such as `tea 12`. */
  readonly board: readonly string[];
  readonly saved: readonly Content[];
  /** What lies before the barriers of each checkpoint, in both channels together. */
  readonly before: readonly Content[];
}

/** Keeps what is saved, each checkpoint as it was at that moment. */
class Checkpoints implements CheckpointStorage {
  readonly [EXTERNAL_SYSTEM] = "storage";
  readonly all = new Map<number, Counts>();

  get newest(): number {
    return Math.max(0, ...this.all.keys());
  }

  save(checkpoint: number, counts: Counts): void {
    this.all.set(checkpoint, new Map(counts));
  }

  restore(): Counts {
    return new Map(this.all.get(this.newest));
  }
}

class OfficeBoard implements Board {
  readonly [EXTERNAL_SYSTEM] = "board";
  readonly rows = new Map<string, number>();

  put(product: string, pieces: number): void {
    this.rows.set(product, pieces);
  }
}

type Log = ConstructorParameters<typeof ScheduledSource<StreamElement>>[0][number];
type LogSource = Source<StreamElement, ReturnType<ScheduledSource<StreamElement>["discoverSplits"]>[number]>;

/** Reads a till's log; who begins anew begins behind the barrier of the newest checkpoint. */
function sourceOf(log: Log, storage: Checkpoints): LogSource {
  const source = new ScheduledSource([log]);
  return {
    boundedness: source.boundedness,
    discoverSplits: () => source.discoverSplits(),
    createReader: (context) => {
      const reader = source.createReader(context);
      return {
        addSplits: (splits) => reader.addSplits(splits.map((split) => ({ ...split, offset: offset() }))),
        pollNext: (output) => reader.pollNext(output),
        nextAvailableAt: () => reader.nextAvailableAt(),
        snapshotState: (checkpointId) => reader.snapshotState(checkpointId),
      };
    },
  };

  function offset(): number {
    const elements = log.map(({ value }) => value);
    return 1 + indexOf(elements, storage.newest);
  }
}

/** Returns where the barrier of a checkpoint is; -1 if there is none. */
function indexOf(elements: readonly StreamElement[], checkpoint: number): number {
  return elements.findIndex((each) => each.type === "barrier" && each.checkpoint === checkpoint);
}

const PRODUCTS = ["tea", "milk", "rice"];
/** Time between two sales, ms. */
const GAP = 100;
const BARRIERS = [1, 2, 3];
const BARRIER_INTERVAL = 250;
/** How long (ms) a barrier stands before its interval is over, so that none comes together with a sale. */
const BEFORE = 60;
/** Before this time (ms) the south has the worse line, then the north: barriers of either can come first. */
const LINES_CHANGE = 500;
/** How much later (ms) a log can be read through the worse line. */
const DELAY = 350;

function delayOf(till: SaleAtTill["till"], at: number): number {
  const worse = at < LINES_CHANGE ? "south" : "north";
  return till === worse ? DELAY : 0;
}

/** Returns what comes through the channel of a till: its sales, and the barriers that the gateway puts between them. */
function logOf(till: SaleAtTill["till"], input: readonly SaleAtTill[]): Log {
  // Whoever moves a sale in the input moves it in time: the times stay, in their order.
  const times = input.map(({ at }) => at).toSorted((one, other) => one - other);
  const sales = input.map(({ till: where, at, product, pieces }, index) => ({
    at: times[index] ?? at,
    where,
    value: { type: "sale", product, pieces } as const,
  }));
  const barriers = BARRIERS.map((checkpoint) => ({
    at: checkpoint * BARRIER_INTERVAL - BEFORE,
    where: till,
    value: { type: "barrier", checkpoint } as const,
  }));
  let latest = 0;
  return [...sales, ...barriers]
    .filter(({ where }) => where === till)
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, value }) => {
      // Nothing overtakes in a channel.
      latest = Math.max(latest, at + delayOf(till, at));
      return { at: latest, value };
    });
}

function linesOf(counts: Iterable<readonly [string, number]>): readonly string[] {
  return [...counts].map(([product, pieces]) => `${product} ${pieces}`).toSorted();
}

function sumOf(elements: readonly StreamElement[]): Counts {
  const counts = new Map<string, number>();
  for (const element of elements) {
    if (element.type === "barrier") continue;
    counts.set(element.product, (counts.get(element.product) ?? 0) + element.pieces);
  }
  return counts;
}

export const scene: Scene<typeof job, SaleAtTill, Outcome> = {
  input: (seed) =>
    Array.from({ length: 10 }, (_, index) => ({
      till: (index * 5 + seed) % 3 === 0 ? "south" : "north",
      at: index * GAP,
      product: PRODUCTS[(index + Math.floor(index / 3) + seed) % PRODUCTS.length] ?? "tea",
      pieces: 1 + ((index * 7 + seed * 3) % 5),
    })),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setRestartStrategy({ type: "fixedDelay", attempts: 10, delay: 10 });
    env.getConfig().setAutoWatermarkInterval(0);
    const storage = new Checkpoints();
    const board = new OfficeBoard();
    const logs = [logOf("north", input), logOf("south", input)] as const;
    const [north, south] = [streamOf(logs[0], "north"), streamOf(logs[1], "south")];
    job(north, south, storage, board);
    execute(env);

    const contents = logs.map((log) => log.map(({ value }) => value));
    return {
      board: linesOf(board.rows),
      saved: [...storage.all].map(([checkpoint, counts]) => ({ checkpoint, counts: linesOf(counts) })),
      before: BARRIERS.map((checkpoint) => {
        const parts = contents.map((elements) => elements.slice(0, indexOf(elements, checkpoint)));
        return { checkpoint, counts: linesOf(sumOf(parts.flat())) };
      }),
    };

    function streamOf(log: Log, till: string) {
      return env.fromSource(sourceOf(log, storage), WatermarkStrategy.noWatermarks<StreamElement>(), till);
    }
  },
};

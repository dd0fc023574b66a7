import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import {
  DataGeneratorSource,
  RateLimiterStrategy,
  StreamExecutionEnvironment,
  TumblingEventTimeWindows,
  WatermarkStrategy,
} from "../../src/engine/index.ts";
import type { Figure } from "./pairs.ts";

/** The event of the job: three numbers, as in the measurements of real Flink. */
interface Event {
  readonly key: number;
  readonly value: number;
  readonly time: number;
}

/** What a job sent: how many sums, and their sum, so that both sides can be seen to do the same. */
interface Outcome {
  readonly sums: number;
  readonly total: number;
}

const KEYS = 1_000;
const EVENTS_PER_MS = 10;
const WINDOW_SIZE = 10_000;
const EVENTS = 4_000_000;
/** So many events pass between two watermarks: 200 ms at about the speed of real Flink. */
const EVENTS_PER_WATERMARK = 1_000_000;
const EVENTS_PER_SECOND = EVENTS_PER_WATERMARK * 5;

const MEBIBYTE = 1024 * 1024;

const eventAt = (index: number): Event => ({
  key: (index * 7_919) % KEYS,
  value: index % 1_024,
  time: Math.floor(index / EVENTS_PER_MS),
});
const double = ({ key, value, time }: Event): Event => ({ key, value: value * 2, time });
const isWanted = ({ value }: Event): boolean => value % 16 !== 0;
const add = (left: Event, right: Event): Event => ({
  key: left.key,
  value: left.value + right.value,
  time: left.time,
});

/** How the sums are made in the engine. */
interface SumOptions {
  readonly makeEvent?: (index: number) => Event;
  /** Instances of the operator that sums. */
  readonly parallelism?: number;
}

/** Runs map -> filter -> keyBy -> tumbling sum in the engine. */
export function sumInEngine(
  events: number,
  { makeEvent = eventAt, parallelism = 1 }: SumOptions = {},
): Outcome {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.getConfig().enableObjectReuse();
  const source = new DataGeneratorSource(makeEvent, events, RateLimiterStrategy.perSecond(EVENTS_PER_SECOND));
  const strategy = WatermarkStrategy.forMonotonousTimestamps<Event>().withTimestampAssigner(
    ({ time }) => time,
  );
  let sums = 0;
  let total = 0;
  env
    .fromSource(source, strategy, "events")
    .map(double)
    .filter(isWanted)
    .keyBy(({ key }) => key)
    .window(TumblingEventTimeWindows.of(WINDOW_SIZE))
    .reduce(add)
    .setParallelism(parallelism)
    .addSink({
      invoke: ({ value }) => {
        sums += 1;
        total += value;
      },
    });
  env.execute();
  return { sums, total };
}

/** Does the same by hand, with the same functions: a loop, a map of windows, a map of sums in each. */
export function sumByHand(events: number): Outcome {
  const windows = new Map<number, Map<number, Event>>();
  let sums = 0;
  let total = 0;
  const fire = (watermark: number) => {
    for (const [start, byKey] of windows) {
      if (start + WINDOW_SIZE - 1 > watermark) continue;
      for (const { value } of byKey.values()) total += value;
      sums += byKey.size;
      windows.delete(start);
    }
  };
  for (let index = 0; index < events; index += 1) {
    const event = double(eventAt(index));
    if (isWanted(event)) {
      const start = event.time - (event.time % WINDOW_SIZE);
      const byKey = windows.get(start) ?? new Map<number, Event>();
      if (byKey.size === 0) windows.set(start, byKey);
      const sum = byKey.get(event.key);
      byKey.set(event.key, sum === undefined ? event : add(sum, event));
    }
    if (index % EVENTS_PER_WATERMARK === 0) fire(event.time - 1);
  }
  fire(Number.POSITIVE_INFINITY);
  return { sums, total };
}

/** Returns the heap (MiB) that is in use after a garbage collection, once so many events have been read. */
function heapsAfter(counts: readonly number[]): readonly number[] {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const heaps: number[] = [];
  const makeEvent = (index: number) => {
    if (counts.includes(index)) {
      collectGarbage();
      heaps.push(process.memoryUsage().heapUsed / MEBIBYTE);
    }
    return eventAt(index);
  };
  sumInEngine(Math.max(...counts) + 1, { makeEvent });
  return heaps;
}

function timeOf(job: () => Outcome): readonly [ms: number, outcome: Outcome] {
  const start = performance.now();
  const outcome = job();
  return [performance.now() - start, outcome];
}

/** Returns how long the engine takes, and the loop. Throws if they do not come to the same. */
async function besideTheLoop(events: number, parallelism: number): Promise<readonly [number, number]> {
  const [engine, inEngine] = timeOf(() => sumInEngine(events, { parallelism }));
  const [loop, byHand] = timeOf(() => sumByHand(events));
  if (inEngine.sums !== byHand.sums || inEngine.total !== byHand.total) {
    throw new Error(`the engine sent ${JSON.stringify(inEngine)}, the loop ${JSON.stringify(byHand)}`);
  }
  return await Promise.resolve([engine, loop]);
}

/** How long the engine takes for a window of sums, beside a loop that somebody wrote for just that job. */
export const windowFigure: Figure = {
  name: "engine: map, filter, keyBy, tumbling sum / hand-written loop",
  atMost: 3,
  measure: async () => await besideTheLoop(EVENTS, 1),
};

/** The same with four instances that sum: everything goes through channels with buffers and credits. */
export const exchangeFigure: Figure = {
  name: "engine: the same with keyBy to 4 subtasks / hand-written loop",
  atMost: 8,
  measure: async () => await besideTheLoop(EVENTS, 4),
};

/**
 * What the engine keeps after 50 M events of 1,000 keys, beside what it kept after 5 M. One pair is enough: it takes
 * long.
 */
export const memoryFigure: Figure = {
  name: "engine: heap after 50 M events / after 5 M (MiB)",
  atMost: 1.1,
  measure: async () => {
    const [early = Number.NaN, late = Number.NaN] = heapsAfter([5_000_000, 50_000_000]);
    return await Promise.resolve([late, early]);
  },
};

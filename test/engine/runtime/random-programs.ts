import fc from "fast-check";

import type { DataStream } from "../../../src/engine/api/data-stream.ts";
import { SingleOutputStreamOperator } from "../../../src/engine/api/single-output-stream-operator.ts";
import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { TumblingEventTimeWindows } from "../../../src/engine/operators/window/assigners/tumbling-windows.ts";
import { UNLIMITED } from "../../../src/engine/runtime/cluster/budget.ts";
import type { JobConfiguration } from "../../../src/engine/runtime/cluster/job-configuration.ts";
import type { MiniCluster } from "../../../src/engine/runtime/cluster/mini-cluster.ts";
import type { RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { DEFAULT_NETWORK_OPTIONS } from "../../../src/engine/runtime/network/network-options.ts";
import { twoPhaseCommit } from "../../../src/engine/runtime/sink/two-phase-commit-sink-function.ts";
import { ScheduledSource } from "../../../src/engine/runtime/source/scheduled-source.ts";
import type { PlayedJob } from "../../../src/engine/runtime/sweep/swept-job.ts";
import { inFlightElements } from "../../../src/engine/runtime/task/task-snapshot.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import { clusterOf, TransactionStore, twoPhases } from "./programs.ts";

const FEW_BUFFERS = {
  ...DEFAULT_NETWORK_OPTIONS,
  exclusivePerChannel: 1,
  floatingPerGate: 1,
  recordsPerBuffer: 1,
  maxOverdraftBuffersPerGate: 0,
};

interface Item {
  readonly key: number;
  readonly value: number;
}

/** One operator of a random program, and how many instances it has. */
export interface Stage {
  readonly op: "map" | "filter" | "sum" | "window" | "rebalance";
  readonly parallelism: number;
  /** Virtual ms that an element takes; elements come every 25 ms. */
  readonly cost: number;
}

export interface RandomProgram {
  readonly stages: readonly Stage[];
  readonly sources: 1 | 2;
  readonly checkpoints: "aligned" | "unaligned" | "aligned for a time";
  readonly values: readonly number[];
  /** Virtual ms that an element of the second source takes on its way to the first operator. */
  readonly branchCost: number;
  /** With few buffers queues build up in front of the network too. */
  readonly buffers: "few" | "as many as in Flink";
}

/** Programs of up to four operators and two sources, all with results that no order can change. */
export function randomPrograms(maxParallelism: number): fc.Arbitrary<RandomProgram> {
  return fc.record({
    stages: fc.array(
      fc.record({
        op: fc.constantFrom(
          "map" as const,
          "filter" as const,
          "sum" as const,
          "window" as const,
          "rebalance" as const,
        ),
        parallelism: fc.integer({ min: 1, max: maxParallelism }),
        cost: fc.constantFrom(0, 10, 30, 80),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    sources: fc.constantFrom(1 as const, 2 as const),
    checkpoints: fc.constantFrom("aligned" as const, "unaligned" as const, "aligned for a time" as const),
    values: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 16 }),
    branchCost: fc.constantFrom(0, 20, 45),
    buffers: fc.constantFrom("few" as const, "as many as in Flink" as const),
  });
}

export function playProgram(program: RandomProgram, run: Partial<RunOptions>): PlayedJob<readonly string[]> {
  const store = new TransactionStore<Item>();
  const cluster = clusterFor(program, store, run);
  cluster.start();
  cluster.runToEnd();
  return {
    outcome: outcomeOf(cluster, store),
    steps: cluster.steps,
    completedCheckpoints: cluster.checkpoints.numCompleted,
  };
}

/**
 * Plays a program until some time, takes a checkpoint there, and goes on from it as another program with the same
 * operators; `null` if there was none to go on from.
 */
export function playRescaled(
  program: RandomProgram,
  rescaled: RandomProgram,
  { seed, until }: { readonly seed: number; readonly until: number },
): { readonly outcome: readonly string[]; readonly inFlight: number } | null {
  const store = new TransactionStore<Item>();
  const run = { seed, budget: { ...UNLIMITED, steps: 50_000 } };
  const first = clusterFor(program, store, run, UNCHAINED);
  first.start();
  first.runUntil(until);
  const taken = first.take({ type: "checkpoint", afterBarrier: "suspend" });
  if (taken?.type !== "completed") return null;
  first.end("CANCELED");
  const restoreFrom = { savepoint: taken.checkpoint, nonRestoredState: "refuse" as const };
  const second = clusterFor(rescaled, store, run, { ...UNCHAINED, restoreFrom });
  second.start();
  second.runToEnd();
  const inFlight = [...taken.checkpoint.inFlight.values()].flat().flatMap(inFlightElements).length;
  return { outcome: outcomeOf(second, store), inFlight };
}

/** What is chained depends on the parallelisms, and with it where data can be under way. */
const UNCHAINED = { chaining: "disabled" as const };

function outcomeOf(cluster: MiniCluster, store: TransactionStore<Item>): readonly string[] {
  return cluster.status === "FINISHED" ? lastOfEachKey(store.committed) : [String(cluster.failure)];
}

function clusterFor(
  program: RandomProgram,
  store: TransactionStore<Item>,
  run: Partial<RunOptions>,
  changes: Partial<JobConfiguration> = {},
): MiniCluster {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.getConfig().setAutoWatermarkInterval(50);
  env.enableCheckpointing(60, {
    unalignedCheckpoints: program.checkpoints === "aligned" ? "disabled" : "enabled",
    alignedCheckpointTimeout: program.checkpoints === "aligned for a time" ? 15 : 0,
  });
  env.setRestartStrategy({ type: "fixedDelay", attempts: 5, delay: 7 });
  let stream = sourcesOf(env, program);
  for (const [index, stage] of program.stages.entries()) stream = addStage(stream, stage, `stage ${index}`);
  stream
    .addSink(twoPhaseCommit(twoPhases(store)))
    .uid("sink")
    .setParallelism(2);
  const network = program.buffers === "few" ? FEW_BUFFERS : DEFAULT_NETWORK_OPTIONS;
  return clusterOf(env, run, { network, ...changes });
}

function sourcesOf(
  env: StreamExecutionEnvironment,
  { sources, values, branchCost }: RandomProgram,
): DataStream<Item> {
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Item>(5).withTimestampAssigner(
    ({ value }) => value,
  );
  const streams = Array.from({ length: sources }, (_, index) => {
    const arrivals = values.map((value, at) => ({ at: at * 25 + index, value: { key: value % 3, value } }));
    return env
      .fromSource(new ScheduledSource([arrivals]), strategy, `source ${index}`)
      .uid(`source ${index}`);
  });
  const [first, second] = streams;
  if (first === undefined) throw new Error("a program has a source");
  if (second === undefined) return first;
  // A branch of its own, so that barriers of one checkpoint come at different times.
  return first.union(
    second
      .rebalance()
      .map((item) => item)
      .uid("branch")
      .setCost(() => branchCost * 1000),
  );
}

function addStage(stream: DataStream<Item>, stage: Stage, uid: string): DataStream<Item> {
  const added = withOperator(stream, stage);
  if (!(added instanceof SingleOutputStreamOperator)) return added;
  return stage.cost > 0 ? added.uid(uid).setCost(() => stage.cost * 1000) : added.uid(uid);
}

function withOperator(stream: DataStream<Item>, { op, parallelism }: Stage): DataStream<Item> {
  switch (op) {
    case "map":
      return stream.map(({ key, value }) => ({ key, value: value + 1 })).setParallelism(parallelism);
    case "filter":
      return stream.filter(({ value }) => value % 5 !== 0).setParallelism(parallelism);
    case "rebalance":
      return stream.rebalance();
    case "sum":
      return stream
        .keyBy(({ key }) => key)
        .reduce((left, right) => ({ key: left.key, value: left.value + right.value }))
        .setParallelism(parallelism);
    case "window":
      // All elements of a key at the end of time: what is late for a shorter window depends on who is faster.
      return stream
        .keyBy(({ key }) => key)
        .window(new TumblingEventTimeWindows(1_000_000))
        .reduce((left, right) => ({ key: left.key, value: left.value + right.value }))
        .setParallelism(parallelism);
  }
}

/** Running sums pass on what came before them in any order; how many there are, and the largest, is always the same. */
function lastOfEachKey(items: readonly Item[]): readonly string[] {
  const byKey = new Map<number, { count: number; largest: number }>();
  for (const { key, value } of items) {
    const known = byKey.get(key) ?? { count: 0, largest: 0 };
    byKey.set(key, { count: known.count + 1, largest: Math.max(known.largest, value) });
  }
  return [...byKey].map(([key, { count, largest }]) => `${key}: ${count}, ${largest}`).sort();
}

import { describe, expect, test } from "vitest";

import type { DataStream } from "../../../src/engine/api/data-stream.ts";
import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import type { CompletedCheckpoint } from "../../../src/engine/runtime/checkpoint/completed-checkpoint.ts";
import type { MiniCluster } from "../../../src/engine/runtime/cluster/mini-cluster.ts";
import { twoPhaseCommit } from "../../../src/engine/runtime/sink/two-phase-commit-sink-function.ts";
import { ScheduledSource } from "../../../src/engine/runtime/source/scheduled-source.ts";
import { inFlightElements } from "../../../src/engine/runtime/task/task-snapshot.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import { clusterOf, TransactionStore, twoPhases } from "./programs.ts";

type Connect = (stream: DataStream<number>) => DataStream<number>;

/** A hundred numbers at once, in front of an operator that takes 10 ms for each. */
function slowJob(
  connect: Connect,
  parallelism: number,
  store: TransactionStore<number>,
): StreamExecutionEnvironment {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.enableCheckpointing(10_000, { unalignedCheckpoints: "enabled" });
  const arrivals = Array.from({ length: 100 }, (_, value) => ({ at: 0, value }));
  const numbers = env
    .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<number>(), "numbers")
    .uid("numbers");
  connect(numbers)
    .map((n) => n)
    .uid("slow")
    .setParallelism(parallelism)
    .setCost(() => 10_000)
    .addSink(twoPhaseCommit(twoPhases(store)))
    .uid("sink")
    .setParallelism(parallelism);
  return env;
}

interface Interrupted {
  readonly checkpoint: CompletedCheckpoint;
  readonly store: TransactionStore<number>;
}

/** Plays the job with two slow subtasks until a checkpoint at 105 ms. */
function interrupted(connect: Connect): Interrupted {
  const store = new TransactionStore<number>();
  const cluster = clusterOf(slowJob(connect, 2, store), { seed: 3 });
  cluster.start();
  cluster.runUntil(105);
  const outcome = cluster.take({ type: "checkpoint", afterBarrier: "suspend" });
  if (outcome?.type !== "completed") throw new Error("no checkpoint");
  cluster.end("CANCELED");
  return { checkpoint: outcome.checkpoint, store };
}

/** Goes on from that checkpoint to the end. */
function goOn(connect: Connect, parallelism: number, { checkpoint, store }: Interrupted): MiniCluster {
  const restoreFrom = { savepoint: checkpoint, nonRestoredState: "refuse" as const };
  const cluster = clusterOf(slowJob(connect, parallelism, store), { seed: 4 }, { restoreFrom });
  cluster.start();
  cluster.runToEnd();
  return cluster;
}

const NUMBERS = Array.from({ length: 100 }, (_, value) => value);

const inFlightOf = (checkpoint: CompletedCheckpoint) =>
  [...checkpoint.inFlight.values()].flat().flatMap(inFlightElements).length;

const rebalanced: Connect = (stream) => stream.rebalance();

describe("what was in flight in an unaligned checkpoint", () => {
  test.each([1, 2, 3, 5])("is there once, in front of %i subtasks instead of 2", (parallelism) => {
    const before = interrupted(rebalanced);
    expect(inFlightOf(before.checkpoint)).toBeGreaterThan(30);
    expect(goOn(rebalanced, parallelism, before).status).toBe("FINISHED");
    expect(before.store.committed.toSorted((a, b) => a - b)).toEqual(NUMBERS);
  });

  test("lies in front of the subtask that has its key, in its order", () => {
    const keyed: Connect = (stream) => stream.keyBy((n) => n % 10);
    const before = interrupted(keyed);
    goOn(keyed, 3, before);
    const { committed } = before.store;
    expect(committed.toSorted((a, b) => a - b)).toEqual(NUMBERS);
    const byKey = Map.groupBy(committed, (n) => n % 10);
    for (const ofKey of byKey.values()) expect(ofKey).toEqual(ofKey.toSorted((a, b) => a - b));
  });

  test("cannot be dealt out anew if it goes to everybody", () => {
    const broadcast: Connect = (stream) => stream.broadcast();
    const { status, failure } = goOn(broadcast, 3, interrupted(broadcast));
    expect(status).toBe("FAILED");
    expect(String(failure)).toContain(
      "cannot change with broadcast data in flight: take a savepoint instead",
    );
  });

  test("is refused if no task is left that it was on its way to", () => {
    const { status, failure } = goOn((stream) => stream, 1, interrupted(rebalanced));
    expect(status).toBe("FAILED");
    expect(String(failure)).toContain("Data was in flight in front of or behind a task");
  });
});

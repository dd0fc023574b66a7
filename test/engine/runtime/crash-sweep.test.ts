import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import type { RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { twoPhaseCommit } from "../../../src/engine/runtime/sink/two-phase-commit-sink-function.ts";
import { ScheduledSource } from "../../../src/engine/runtime/source/scheduled-source.ts";
import { crashSweep } from "../../../src/engine/runtime/sweep/crash-sweep.ts";
import type { SweptJob } from "../../../src/engine/runtime/sweep/swept-job.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import { clusterOf, committedTooSoon, TransactionStore, twoPhases } from "./programs.ts";

type Sink = typeof twoPhases<number>;

/** Running sums of numbers, one every 100 ms with a checkpoint every 250 ms, written by a sink of two phases. */
function runningSums(sink: Sink, parallelism = 1): SweptJob<number, readonly number[]> {
  return {
    input: Array.from({ length: 8 }, (_, index) => index + 1),
    play: (input, run) => {
      const store = new TransactionStore<number>();
      const env = StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(parallelism);
      env.getConfig().setAutoWatermarkInterval(0);
      env.enableCheckpointing(250).setRestartStrategy({ type: "fixedDelay", attempts: 3, delay: 10 });
      const arrivals = input.map((value, index) => ({ at: index * 100, value }));
      env
        .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<number>(), "numbers")
        .keyBy((value) => value % 2)
        .reduce((sum, value) => sum + value)
        .addSink(twoPhaseCommit(sink(store)));
      return play(env, run, store);
    },
  };
}

function play(
  env: StreamExecutionEnvironment,
  run: Pick<RunOptions, "seed" | "faults">,
  store: TransactionStore<number>,
) {
  const cluster = clusterOf(env, run);
  cluster.start();
  cluster.runToEnd();
  return {
    outcome: cluster.status === "FINISHED" ? store.committed.toSorted((a, b) => a - b) : [-1],
    steps: cluster.steps,
    completedCheckpoints: cluster.checkpoints.numCompleted,
  };
}

describe("a crash sweep", () => {
  test("finds that a sink of two phases is exactly-once wherever a subtask fails", () => {
    const verdict = crashSweep(runningSums(twoPhases), [0, 1]);
    expect(verdict).toMatchObject({ type: "held" });
    expect(verdict.type === "held" && verdict.completedCheckpoints).toBeGreaterThan(2);
    expect(verdict.runs).toBeGreaterThan(60);
  });

  test("finds it with two instances of everything", () => {
    expect(crashSweep(runningSums(twoPhases, 2), [3])).toMatchObject({ type: "held" });
  });

  test("finds it where a TaskManager dies, and where the JobManager does", () => {
    const job = runningSums(twoPhases);
    expect(crashSweep(job, [1], (step) => ({ type: "kill-task-manager", at: { step } })).type).toBe("held");
    expect(crashSweep(job, [1], (step) => ({ type: "kill-job-manager", at: { step } })).type).toBe("held");
  });

  test("catches a commit in the wrong place with a counterexample of at most three records", () => {
    const verdict = crashSweep(runningSums(committedTooSoon), [0, 1]);
    if (verdict.type !== "violated") throw new Error("the sweep has found nothing");
    const { input, actual, expected, crashAt } = verdict.counterexample;
    expect(input.length).toBeLessThanOrEqual(3);
    expect(actual.length).toBeGreaterThan(expected.length);
    expect(crashAt).toBeGreaterThan(0);
  });
});

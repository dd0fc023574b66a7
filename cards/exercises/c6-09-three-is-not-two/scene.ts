import type { Scene, Stage } from "sluice/exercise";
import {
  EXTERNAL_SYSTEM,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { BalanceTable, job, Payment } from "./job.ts";

/** A table with a row an account. */
class Balances implements BalanceTable {
  readonly [EXTERNAL_SYSTEM] = "balances";
  readonly rows = new Map<number, number>();

  put(account: number, cents: number): void {
    this.rows.set(account, cents);
  }
}

/** What is in the table at the end. */
export interface Outcome {
  /** A line an account, such as `account 3: 120`. */
  readonly balances: readonly string[];
}

type Job = typeof job;
type Cluster = ReturnType<Stage<Job, Payment>["start"]>;
type RestoreFrom = Parameters<Stage<Job, Payment>["start"]>[1];

const ACCOUNTS = 6;

/**
 * `variation.parallelism`: the subtasks of the job, and those that it has after each savepoint; `variation.stopAt`: when
 * (ms) the savepoints are taken with which the job is stopped and started again. By default from two to three.
 */
export const scene: Scene<Job, Payment, Outcome> = {
  input: (seed) =>
    Array.from({ length: 14 }, (_, index) => ({
      account: index < ACCOUNTS ? index + 1 : 1 + ((index * index + seed) % ACCOUNTS),
      cents: 10 * (1 + ((index * 7 + seed) % 9)),
    })),

  play({ job, input, variation, start }) {
    const parallelisms = numbersOf(variation["parallelism"], [2, 3]);
    const stops = numbersOf(variation["stopAt"], [270]);
    const table = new Balances();
    let restoreFrom: RestoreFrom;
    for (const [index, parallelism] of parallelisms.entries()) {
      const env = environmentOf(parallelism);
      job(paymentsOf(env, input), table);
      const cluster = start(env, restoreFrom);
      const stopAt = index < parallelisms.length - 1 ? stops[index] : undefined;
      if (stopAt === undefined) cluster.runToEnd();
      else restoreFrom = stopWithSavepoint(cluster, stopAt);
    }
    const lines = [...table.rows].map(([account, cents]) => `account ${account}: ${cents}`);
    return { balances: lines.toSorted() };
  },
};

function numbersOf(value: unknown, otherwise: readonly number[]): readonly number[] {
  if (typeof value === "number") return [value];
  return Array.isArray(value) ? value.map(Number) : otherwise;
}

function environmentOf(parallelism: number): StreamExecutionEnvironment {
  const env = StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(parallelism);
  env.enableCheckpointing(200).setRestartStrategy({ type: "fixedDelay", attempts: 10, delay: 10 });
  env.getConfig().setAutoWatermarkInterval(0);
  return env;
}

function paymentsOf(env: StreamExecutionEnvironment, input: readonly Payment[]) {
  const arrivals = input.map((value, index) => ({ at: 40 * (index + 1), value }));
  return env
    .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<Payment>(), "payments")
    .setParallelism(1)
    .uid("payments");
}

/** Lets the job run until `stopAt` (ms) and ends it; what it does next begins with the savepoint. */
function stopWithSavepoint(cluster: Cluster, stopAt: number): RestoreFrom {
  cluster.runUntil(stopAt);
  const outcome = cluster.take({ type: "savepoint", afterBarrier: "go-on" });
  cluster.end("CANCELED");
  if (outcome?.type !== "completed") return undefined;
  return { savepoint: outcome.checkpoint, nonRestoredState: "refuse" };
}

import type { Scene, Stage } from "sluice/exercise";
import {
  EXTERNAL_SYSTEM,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { Dashboard, job, WordCount } from "./job.ts";

/** A table with a row a word. */
class DashboardTable implements Dashboard {
  readonly [EXTERNAL_SYSTEM] = "dashboard";
  readonly rows = new Map<string, number>();

  put({ word, count }: WordCount): void {
    this.rows.set(word, count);
  }
}

/** What the dashboard shows at the end. */
export interface Outcome {
  /** A line a word, such as `be 4`, in the order of the alphabet. */
  readonly counts: readonly string[];
  /** The same of the second start, with a dashboard of its own; empty if there was none. */
  readonly again: readonly string[];
}

/** Some words come more often than others, as words do. */
const WORDS = ["to", "be", "to", "or", "not", "be", "to", "two"];
const PARTITIONS = 4;
/** Time (ms) after which a word comes from each partition, all at once. */
const FETCH_INTERVAL = 200;

/** Returns a number from 0 to 1 that looks random: the fractional part of a large sine. */
function noise(seed: number, index: number): number {
  const large = Math.sin(seed * 127.1 + index * 311.7) * 43_758.5453;
  return large - Math.floor(large);
}

/** `variation.parallelism`: the subtasks of each operator, 1 by default; `variation.starts`: 2 to start the job again. */
export const scene: Scene<typeof job, string, Outcome> = {
  input: (seed) =>
    Array.from(
      { length: 16 },
      (_, index) => WORDS[(index + Math.floor(8 * noise(seed, index))) % WORDS.length] ?? "to",
    ),

  play(stage) {
    const counts = countsOf(stage);
    return { counts, again: stage.variation["starts"] === 2 ? countsOf(stage) : [] };
  },
};

type Job = typeof job;

/** Runs the job once, and returns what the dashboard shows at the end. */
function countsOf({ job: run, input, variation, execute }: Stage<Job, string>): readonly string[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.setParallelism(Number(variation["parallelism"] ?? 1));
  env.enableCheckpointing(150).setRestartStrategy({ type: "fixedDelay", attempts: 10, delay: 10 });
  env.getConfig().setAutoWatermarkInterval(0);
  const arrivals = input.map((word, index) => ({
    at: Math.floor(index / PARTITIONS) * FETCH_INTERVAL,
    value: word,
  }));
  const partitions = Array.from({ length: PARTITIONS }, (_, partition) =>
    arrivals.filter((_arrival, index) => index % PARTITIONS === partition),
  );
  const dashboard = new DashboardTable();
  const words = env.fromSource(
    new ScheduledSource(partitions),
    WatermarkStrategy.noWatermarks<string>(),
    "words",
  );
  run(words, dashboard);
  execute(env);
  return [...dashboard.rows].map(([word, count]) => `${word} ${count}`).toSorted();
}

import type { Scene } from "sluice/exercise";
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
}

const WORDS = ["to", "be", "or", "not"];
const PARTITIONS = 4;

/** `variation.parallelism`: the subtasks of each operator, 1 by default. */
export const scene: Scene<typeof job, string, Outcome> = {
  input: (seed) =>
    Array.from(
      { length: 8 },
      (_, index) => WORDS[(index * (index + 3) + seed * (index % 3)) % WORDS.length] ?? "to",
    ),

  play({ job, input, variation, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(Number(variation["parallelism"] ?? 1));
    env.enableCheckpointing(150).setRestartStrategy({ type: "fixedDelay", attempts: 10, delay: 10 });
    env.getConfig().setAutoWatermarkInterval(0);
    const arrivals = input.map((word, index) => ({ at: index * 50, value: word }));
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) =>
      arrivals.filter((_arrival, index) => index % PARTITIONS === partition),
    );
    const dashboard = new DashboardTable();
    const words = env.fromSource(
      new ScheduledSource(partitions),
      WatermarkStrategy.noWatermarks<string>(),
      "words",
    );
    job(words, dashboard);
    execute(env);
    return { counts: [...dashboard.rows].map(([word, count]) => `${word} ${count}`).toSorted() };
  },
};

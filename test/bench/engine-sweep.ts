import { crashSweep, ScheduledSource, StreamExecutionEnvironment } from "../../src/engine/index.ts";
import { twoPhaseCommit, WatermarkStrategy } from "../../src/engine/index.ts";
import { TransactionStore, twoPhases } from "../engine/runtime/programs.ts";
import type { Figure } from "./pairs.ts";
import { timeOfRun } from "./processes.ts";

const RECORDS = 40;
const SEEDS = [0, 1, 2, 3, 4];

/** Plays running sums with a sink of two phases once for every crash point; whether it was exactly-once at all of them. */
function sweepTwoPhases(): "held" | "violated" {
  return crashSweep(
    {
      input: Array.from({ length: RECORDS }, (_, index) => index + 1),
      play: (input, run) => {
        const store = new TransactionStore<number>();
        const env = StreamExecutionEnvironment.getExecutionEnvironment().enableCheckpointing(50);
        env.setRestartStrategy({ type: "fixedDelay", attempts: 3, delay: 10 });
        const arrivals = input.map((value, index) => ({ at: index * 10, value }));
        env
          .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<number>(), "numbers")
          .keyBy((value) => value % 4)
          .reduce((sum, value) => sum + value)
          .addSink(twoPhaseCommit(twoPhases(store)));
        const { steps, completedCheckpoints } = env.execute("sums", run);
        return { outcome: store.committed.toSorted((a, b) => a - b), steps, completedCheckpoints };
      },
    },
    SEEDS,
  ).type;
}

/** How fast a verdict on exactly-once is to be had: it is what a learner waits for. */
export const sweepFigure: Figure = {
  name: "engine: two-phase commit of 40 records, all crash points x 5 seeds / bare Node",
  atMost: 10,
  measure: async () => {
    const start = performance.now();
    if (sweepTwoPhases() !== "held") throw new Error("a crash has changed what is committed");
    const sweep = performance.now() - start;
    return [sweep, await timeOfRun(["-e", "0"])];
  },
};

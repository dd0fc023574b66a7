import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { sweptPromise } from "../../src/exercise/swept-promise.ts";
import { ExerciseRunner, type RunnerOptions } from "../../src/sandbox/exercise-runner.ts";
import { LEARNER_LIMITS } from "../../src/sandbox/limits.ts";
import { anExercise } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

beforeAll(buildRunner, 60_000);

/** Numbers go in, and their set comes out: after a crash all of them come again, which is no harm in itself. */
const SCENE = `
import { EXTERNAL_SYSTEM, ScheduledSource, StreamExecutionEnvironment, WatermarkStrategy } from "sluice/flink";

export const scene = {
  input: (seed) => [seed, seed + 1, seed + 2, seed + 3],
  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.enableCheckpointing(1000).setRestartStrategy({ type: "fixedDelay", attempts: 1000, delay: 10 });
    env.getConfig().setAutoWatermarkInterval(0);
    const rows = [];
    const arrivals = input.map((value, index) => ({ at: index * 10, value }));
    const numbers = env.fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks(), "numbers");
    job(numbers, { [EXTERNAL_SYSTEM]: "table", write: (row) => void rows.push(row) });
    execute(env);
    return { rows };
  },
};
`;

const CHECK = `
import { exactlyOnce } from "sluice/exercise";

export const checks = [
  exactlyOnce({
    id: "same-rows",
    says: { zh: "每行都在。", en: "Every row is there." },
    outcomeOf: ({ rows }) => [...new Set(rows)].toSorted(),
    checkpoints: 0,
  }),
];
`;

/** Returns a job whose map function sees `value`, and how many `times` it has come. */
function jobOf(body: string): string {
  return `
export function job(numbers, table) {
  const seen = [];
  const timesOf = (value) => {
    seen.push(value);
    return seen.filter((each) => each === value).length;
  };
  numbers
    .map((value) => {
      const times = timesOf(value);
      ${body}
    })
    .addSink({ invoke: (row) => table.write(row) });
}
`;
}

const RIGHT = jobOf("return value;");
/** Whatever comes twice is written as something else. */
const WRONG = jobOf("return times > 1 ? -value : value;");
/** The same, and no end once the last of them comes twice: the first violation is found before. */
const ENDLESS = jobOf(`
  while (times > 1 && seen.includes(1) && value === 4) {}
  return times > 1 ? -value : value;
`);

function aRunner(options: Partial<RunnerOptions> = {}): ExerciseRunner {
  const exercise = anExercise({
    scene: { path: "scene.ts", text: SCENE },
    check: { path: "check.ts", text: CHECK },
  });
  const runner = new ExerciseRunner({ program: BUILT, exercise, ...options });
  onTestFinished(() => runner.close());
  return runner;
}

/** Judges a job and returns the promise of the verdict that is to be swept. */
async function promiseOf(runner: ExerciseRunner, text: string) {
  const judged = await runner.run(text);
  const promise = judged === null ? null : sweptPromise(judged.verdict);
  if (promise === null) throw new Error(`nothing to sweep: ${JSON.stringify(judged?.verdict)}`);
  return promise;
}

describe("the crash sweep of a job", () => {
  test("tells every step at which a crash breaks the promise, with every seed", async () => {
    const runner = aRunner();
    const promise = await promiseOf(runner, WRONG);
    const seeds = await runner.sweep(WRONG, promise);
    expect(seeds?.map(({ seed }) => seed)).toEqual([0, 1, 2, 3, 4]);
    const [first] = seeds ?? [];
    expect(first?.violatedAt.length).toBeGreaterThan(1);
    // Before anything has come, nothing comes twice.
    expect(first?.violatedAt).not.toContain(1);
    expect(promise.broken?.request.faults).toHaveLength(1);
  });

  test("takes nothing for a violation that its check lets pass, whatever else the scene has seen", async () => {
    const runner = aRunner();
    const promise = await promiseOf(runner, RIGHT);
    const seeds = await runner.sweep(RIGHT, promise);
    expect(seeds?.every(({ steps, violatedAt }) => steps > 4 && violatedAt.length === 0)).toBe(true);
    const crashed = await runner.play(RIGHT, {
      ...(await plainRequest(runner)),
      faults: [{ type: "fail-task", at: { step: Math.ceil((seeds?.[0]?.steps ?? 0) / 2) } }],
    });
    const rows = Object.values(crashed?.outcome ?? {}).flat();
    expect(rows.length).toBeGreaterThan(4);
  });

  test("finds out with the next data what a job knows by heart", async () => {
    const runner = aRunner();
    const byHeart = jobOf("return times > 1 && value > 4 ? -value : value;");
    const seeds = await runner.sweep(byHeart, await promiseOf(runner, byHeart));
    expect(seeds?.some(({ violatedAt }) => violatedAt.length > 0)).toBe(true);
  });

  test("counts a run that exceeds its budget as a broken promise, and goes on", async () => {
    const runaway = jobOf(`
      if (times > 1 && seen.includes(1) && value === 2) throw new Error("again and again");
      return times > 1 ? -value : value;
    `);
    const runner = aRunner();
    const seeds = await runner.sweep(runaway, await promiseOf(runner, runaway));
    expect(seeds?.[0]?.violatedAt.length).toBeGreaterThan(1);
  });

  test("comes to nothing where a run never ends, and the next question is answered all the same", async () => {
    const runner = aRunner({ limits: { ...LEARNER_LIMITS, wall: 600 } });
    const request = await plainRequest(runner);
    const promise = await promiseOf(runner, ENDLESS);
    expect(await runner.sweep(ENDLESS, promise)).toBeNull();
    expect((await runner.play(ENDLESS, request))?.outcome).toEqual({ rows: [1, 2, 3, 4] });
  });

  test("is dropped for a newer text, which gets its verdict at once", async () => {
    const runner = aRunner({ limits: { ...LEARNER_LIMITS, wall: 60_000 } });
    const promise = await promiseOf(runner, ENDLESS);
    const sweeping = runner.sweep(ENDLESS, promise);
    const judged = await runner.run(RIGHT);
    expect(judged?.verdict.status).toBe("pass");
    expect(await sweeping).toBeNull();
    // Nor does it come back and take the place of the newer one.
    expect(await runner.sweep(ENDLESS, promise)).toBeNull();
    expect(await runner.sweep(RIGHT, { ...promise, broken: null })).toHaveLength(5);
  });

  test("ends when the exercise is left", async () => {
    const runner = aRunner();
    const promise = await promiseOf(runner, RIGHT);
    const sweeping = runner.sweep(RIGHT, promise);
    runner.close();
    expect(await sweeping).toBeNull();
    expect(await runner.sweep(RIGHT, promise)).toBeNull();
  });
});

async function plainRequest(runner: ExerciseRunner) {
  const judged = await runner.run(RIGHT);
  if (judged?.shown == null) throw new Error("a job that passes is shown");
  return judged.shown.request;
}

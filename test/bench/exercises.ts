import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Exercise } from "../../src/card/exercise.ts";
import { ExerciseRunner } from "../../src/sandbox/exercise-runner.ts";
import { loadExercises } from "../../src/store/load-exercises.ts";
import type { Figure } from "./pairs.ts";
import { timeOfRun } from "./processes.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");

/** What attacks sluice is over after so many ms. */
const SOON = 2500;

/** How long a learner waits for a verdict, over all exercises that are shipped, as shares of bare Node's start. */
export async function exerciseFigures(data: string): Promise<readonly Figure[]> {
  const { exercises } = await loadExercises([join(ROOT, "cards")]);
  const waits = new Waits(exercises);
  let turn = 0;
  return [
    {
      name: "save to verdict, half of them / bare Node",
      atMost: 6,
      measure: async () => [quantile(await waits.again(), 0.5), await bareStart()],
    },
    {
      name: "save to verdict, 95 of 100 / bare Node",
      atMost: 15,
      measure: async () => [quantile(await waits.again(), 0.95), await bareStart()],
    },
    {
      name: "fix ID --run from cold / bare Node",
      atMost: 20,
      measure: async () => {
        const exercise = exercises[turn++ % exercises.length];
        if (exercise === undefined) throw new Error("no exercises are shipped");
        return [await coldRun(exercise, data), await bareStart()];
      },
    },
    {
      name: "save to verdict on a job that never ends, in ms / 2,500",
      atMost: 1,
      measure: async () => [await waits.forEver(), SOON],
    },
  ];
}

/** Saves the broken job and the solution of every exercise, and measures how long each verdict takes. */
class Waits {
  readonly #exercises: readonly Exercise[];

  constructor(exercises: readonly Exercise[]) {
    this.#exercises = exercises;
  }

  async again(): Promise<readonly number[]> {
    const waits: number[] = [];
    for (const exercise of this.#exercises) waits.push(...(await this.#waitsFor(exercise)));
    return waits;
  }

  async forEver(): Promise<number> {
    const [exercise] = this.#exercises;
    if (exercise === undefined) throw new Error("no exercises are shipped");
    const [wait] = await this.#waitsFor(exercise, [`${exercise.job.text}\nwhile (true) {}\n`]);
    return wait ?? Number.NaN;
  }

  async #waitsFor(
    exercise: Exercise,
    texts = [exercise.job, ...exercise.solutions].map(({ text }) => text),
  ): Promise<readonly number[]> {
    const runner = new ExerciseRunner({ program: DIST, exercise });
    const waits: number[] = [];
    for (const text of texts) {
      // Meanwhile the learner edits.
      runner.prepare();
      await runner.ready();
      const judged = await runner.run(text);
      if (judged !== null) waits.push(judged.ms);
    }
    runner.close();
    return waits;
  }
}

async function coldRun({ id, folder, job }: Exercise, data: string): Promise<number> {
  const file = join(folder, job.path);
  if (readFileSync(file, "utf8") !== job.text) throw new Error(`${file} has changed meanwhile`);
  return await timeOfRun([join(DIST, "sluice.js"), "fix", id, "--run", file, "--json", "--data", data]);
}

async function bareStart(): Promise<number> {
  return await timeOfRun(["-e", "0"]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

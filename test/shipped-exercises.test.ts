import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, test } from "vitest";

import type { Exercise } from "../src/card/exercise.ts";
import type { Json } from "../src/exercise/json.ts";
import { PLAIN_RUN } from "../src/exercise/run.ts";
import { ExerciseRunner } from "../src/sandbox/exercise-runner.ts";
import type { ShownRun } from "../src/sandbox/shown-run.ts";
import { loadExercises } from "../src/store/load-exercises.ts";
import { buildRunner, BUILT } from "./sandbox/program.ts";

const DECK = fileURLToPath(new URL("../cards", import.meta.url));
const { exercises } = await loadExercises([DECK]);
const byId = exercises.map((exercise) => ({ id: exercise.id, exercise }));

/** Plays the broken job once with each of some inputs, traced. */
async function played(exercise: Exercise, inputs: readonly ShownRun["request"]["input"][]) {
  const runner = new ExerciseRunner({ program: BUILT, exercise });
  const runs: (ShownRun | null)[] = [];
  for (const input of inputs) runs.push(await runner.play(exercise.job.text, { ...PLAIN_RUN, input }));
  runner.close();
  return runs;
}

function elementsOf(run: ShownRun | null | undefined): readonly Json[] {
  const input = run?.request.input;
  return typeof input === "object" ? input : [];
}

describe("every exercise that is shipped", () => {
  beforeAll(buildRunner, 60_000);

  test("is there", () => {
    expect(exercises.length).toBeGreaterThanOrEqual(11);
  });

  test.each(byId)("says of each of its variants what is seen this time: $id", ({ exercise }) => {
    const silent = exercise.mutants.filter(
      ({ variant, text }) => variant !== null && !text.includes("// FIX:"),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test.each(byId)("runs otherwise if an element of its input is moved: $id", async ({ exercise }) => {
    const [whole] = await played(exercise, [1]);
    const input = elementsOf(whole);
    const [first, ...others] = input;
    const [asItWas, moved] = await played(exercise, [input, [...others, first ?? null]]);
    expect(asItWas?.events).toEqual(whole?.events);
    expect(moved?.events.length).toBeGreaterThan(0);
    expect(moved?.events).not.toEqual(whole?.events);
  });

  test.each(byId)("stands an empty input: $id", async ({ exercise }) => {
    const [empty] = await played(exercise, [[]]);
    expect(empty).toMatchObject({ request: { input: [] } });
  });
});

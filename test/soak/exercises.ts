import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Exercise } from "../../src/card/exercise.ts";
import { canonicalJson } from "../../src/exercise/canonical-json.ts";
import { judge, type Verdict } from "../../src/exercise/verdict.ts";
import { startSession } from "../../src/sandbox/child-session.ts";
import { runGate } from "../../src/sandbox/exercise-gate.ts";
import { ExerciseRunner } from "../../src/sandbox/exercise-runner.ts";
import { GATE_LIMITS, LEARNER_LIMITS, LEARNER_SEEDS } from "../../src/sandbox/limits.ts";
import { exerciseFolders } from "../../src/store/exercise-folders.ts";
import { loadExercises } from "../../src/store/load-exercises.ts";
import { mutationsOf } from "./exercise-mutations.ts";
import { HARMLESS_MUTATIONS, harmlessMutation } from "./harmless-mutations.ts";

/** Where the exercises are, and with what they are run. */
export interface ExerciseSoak {
  /** The folder of the deck. */
  readonly deck: string;
  /** The folder with the built program. */
  readonly program: string;
  readonly seeds: number;
}

/** Share of the mutations that some check must find. */
const LEAST_SCORE = 0.95;

/**
 * Puts every exercise to the test as the gate does, with many more interleavings, and then its checks: they have to find
 * nearly everything that somebody can get wrong in a right solution. Returns whether all is well; prints what isn't.
 */
export async function soakExercises({ deck, program, seeds }: ExerciseSoak): Promise<boolean> {
  const { exercises } = await loadExercises([deck]);
  const folders = new Map(exerciseFolders(deck).map(({ path, files }) => [path, files]));
  let problems = 0;
  let [killed, viable] = [0, 0];
  for (const exercise of exercises) {
    const files = (folders.get(exercise.folder) ?? []).map((path) => ({
      path,
      text: readFileSync(join(exercise.folder, path), "utf8"),
    }));
    const found = await runGate({ exercise, files }, { program, seeds, onProgram: () => {} });
    for (const problem of found)
      console.error(`${problem.place.file}: ${problem.code} ${JSON.stringify(problem.data)}`);
    problems += found.length;
    const distinct = await distinctVerdicts(program, exercise);
    if (distinct !== 1) console.error(`${exercise.id}: ${distinct} verdicts on the same job`);
    problems += distinct - 1;
    const score = await mutationScore(program, exercise);
    killed += score.killed;
    viable += score.viable;
    console.log(
      `${exercise.id}: ${found.length} problems with ${seeds} seeds, ${score.killed} of ${score.viable} mutations found`,
    );
    for (const survivor of score.survivors) console.log(`  survived: ${survivor}`);
    for (const says of score.stale) console.error(`  not harmless, or not there: ${says}`);
    problems += score.stale.length;
  }
  console.log(
    `${exercises.length} exercises, ${killed} of ${viable} mutations found (${((100 * killed) / viable).toFixed(1)} %)`,
  );
  return problems === 0 && killed >= LEAST_SCORE * viable;
}

/** Judges the broken job 100 times, by processes that are cold and warm; returns how many verdicts and traces differ. */
async function distinctVerdicts(program: string, exercise: Exercise): Promise<number> {
  const seen = new Set<string>();
  for (let run = 0; run < 100; run++) {
    const runner = new ExerciseRunner({ program, exercise });
    if (run % 2 === 1) {
      runner.prepare();
      await runner.ready();
    }
    const judged = await runner.run(exercise.job.text);
    runner.close();
    seen.add(canonicalJson({ verdict: judged?.verdict, trace: judged?.shown?.hash }));
  }
  return seen.size;
}

interface Score {
  readonly killed: number;
  readonly viable: number;
  readonly survivors: readonly string[];
  /** What is said to be right too, but was found, or is no mutation any more. */
  readonly stale: readonly string[];
}

/**
 * A mutation that is no program, or never gets as far as being checked, tells nothing of the checks; nor does one that is
 * as right as the solution.
 */
async function mutationScore(program: string, exercise: Exercise): Promise<Score> {
  const survivors: string[] = [];
  const harmless = new Set(HARMLESS_MUTATIONS.filter(({ id }) => id === exercise.id));
  let [killed, viable] = [0, 0];
  for (const mutation of mutationsOf(exercise.solutions[0]?.text ?? "")) {
    const verdict = await verdictOn(program, exercise, mutation.text);
    if (verdict.status === "compile" || verdict.status === "crash" || verdict.status === "timeout") continue;
    const known = harmlessMutation(exercise.id, mutation);
    if (verdict.status === "pass" && known !== undefined) {
      harmless.delete(known);
      continue;
    }
    viable += 1;
    if (verdict.status === "fail") killed += 1;
    else survivors.push(`${mutation.says} (${verdict.status})`);
  }
  return { killed, viable, survivors, stale: [...harmless].map(({ says }) => says) };
}

async function verdictOn(program: string, exercise: Exercise, text: string): Promise<Verdict> {
  const session = startSession(program, exercise, { ...GATE_LIMITS, wall: 5 * LEARNER_LIMITS.wall });
  const trial = { seeds: LEARNER_SEEDS, data: 1 };
  const { end, during } = await session.judge(text, { trial, answers: "played" }, () => {});
  session.kill();
  if (end === null) throw new Error("nobody else kills the child of a soak");
  return judge(end, during);
}

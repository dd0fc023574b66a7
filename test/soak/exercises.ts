import type { Exercise } from "../../src/card/exercise.ts";
import type { ExerciseOnDisk } from "../../src/exercise/gate/file-place.ts";
import { runGate } from "../../src/sandbox/exercise-gate.ts";
import { loadExercises } from "../../src/store/load-exercises.ts";
import { type MutationScore, mutationScore } from "./mutation-score.ts";
import { distinctVerdicts, REPEATS } from "./repeated-verdicts.ts";

/** Where the exercises are, and with what they are run. */
export interface ExerciseSoak {
  /** The folder of the deck. */
  readonly deck: string;
  /** The folder with the built program. */
  readonly program: string;
  readonly seeds: number;
}

/** What came of one exercise. */
interface Soaked {
  readonly problems: number;
  readonly score: MutationScore;
}

/** Share of the mutations, without those that do the same as the solution, that some check must find. */
const LEAST_SCORE = 0.95;

/**
 * Puts every exercise to the test as the gate does, with many more interleavings, and then its checks: they have to find
 * nearly everything that somebody can get wrong in a right solution. Prints what it does and finds; returns whether all is
 * well.
 */
export async function soakExercises({ deck, program, seeds }: ExerciseSoak): Promise<boolean> {
  const { onDisk } = await loadExercises([deck]);
  const soaked: Soaked[] = [];
  for (const [index, disk] of onDisk.entries()) {
    const { exercise } = disk;
    console.log(`${exercise.id} (${index + 1} of ${onDisk.length})`);
    const unheld = await timed(`gate with ${seeds} seeds`, () => gateProblems(disk, { program, seeds }));
    const unlike = await timed(`${REPEATS} verdicts`, () => verdictProblems(program, exercise));
    const score = await timed("mutations", () => mutationScore(program, exercise));
    printScore(score);
    soaked.push({ problems: unheld + unlike + score.stale.length, score });
  }
  return summed(soaked);
}

async function gateProblems(
  disk: ExerciseOnDisk,
  { program, seeds }: Pick<ExerciseSoak, "program" | "seeds">,
): Promise<number> {
  let programs = 0;
  const found = await runGate(disk, { program, seeds, onProgram: () => (programs += 1) });
  for (const { place, code, data } of found)
    console.error(`  ${place.file}: ${code} ${JSON.stringify(data)}`);
  console.log(`  ${programs} programs, ${found.length} problems`);
  return found.length;
}

async function verdictProblems(program: string, exercise: Exercise): Promise<number> {
  const distinct = await distinctVerdicts(program, exercise);
  console.log(`  ${distinct === 1 ? "one verdict, one trace" : `${distinct} verdicts on the same job`}`);
  return distinct - 1;
}

function printScore({ killed, viable, equivalent, survivors, stale }: MutationScore): void {
  console.log(`  ${killed} of ${viable} mutations found, ${equivalent} do the same as the solution`);
  for (const survivor of survivors) console.log(`  survived: ${survivor}`);
  for (const says of stale) console.error(`  found after all, or not there: ${says}`);
}

async function timed<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  const result = await act();
  console.log(`  ${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

function summed(soaked: readonly Soaked[]): boolean {
  const sumOf = (count: (each: Soaked) => number): number =>
    soaked.reduce((sum, each) => sum + count(each), 0);
  const problems = sumOf((each) => each.problems);
  const killed = sumOf(({ score }) => score.killed);
  const viable = sumOf(({ score }) => score.viable);
  const different = viable - sumOf(({ score }) => score.equivalent);
  console.log(`${soaked.length} exercises, ${problems} problems`);
  console.log(`${killed} of ${viable} mutations found (${percent(killed / viable)})`);
  console.log(`${killed} of ${different} that change what the job does (${percent(killed / different)})`);
  return problems === 0 && killed >= LEAST_SCORE * different;
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`;
}

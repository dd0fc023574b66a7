import { sweptPromise } from "../exercise/swept-promise.ts";
import type { ExerciseRunner, JudgedJob } from "../sandbox/exercise-runner.ts";

/**
 * Judges a job, and crashes one of which a crash breaks a promise before each of its steps: what is read in lines comes
 * whole. `null`: a newer text came. Rejects as `run` of the runner does.
 */
export async function judgeWhole(runner: ExerciseRunner, text: string): Promise<JudgedJob | null> {
  const judged = await runner.run(text);
  const promise = judged === null ? null : sweptPromise(judged.verdict);
  if (judged === null || promise === null || promise.broken === null) return judged;
  return { ...judged, sweep: await runner.sweep(text, promise) };
}

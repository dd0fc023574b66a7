import type { Exercise } from "../../src/card/exercise.ts";
import { canonicalJson } from "../../src/exercise/canonical-json.ts";
import { PLAIN_RUN } from "../../src/exercise/run.ts";
import { counterexampleOf, judge } from "../../src/exercise/verdict.ts";
import { startSession } from "../../src/sandbox/child-session.ts";
import { ExerciseRunner } from "../../src/sandbox/exercise-runner.ts";
import { GATE_LIMITS, LEARNER_SEEDS } from "../../src/sandbox/limits.ts";
import { shownRun } from "../../src/sandbox/shown-run.ts";

/** Verdicts that come from a process of their own, as a learner's do: half of them cold, half of them warmed up. */
const FRESH = 10;
/** Processes that judge the job again and again: nothing of the last time may be left in them. */
const SESSIONS = 3;
/** Verdicts of each of these. */
const IN_A_ROW = 30;

/** How often the same job is judged. */
export const REPEATS = FRESH + SESSIONS * IN_A_ROW;

/** Judges the broken job 100 times, and plays its counterexample; returns how many verdicts and traces differ. */
export async function distinctVerdicts(program: string, exercise: Exercise): Promise<number> {
  const seen = new Set<string>();
  for (let run = 0; run < FRESH; run++) {
    seen.add(await freshVerdict(program, exercise, run % 2 === 0 ? "cold" : "warm"));
  }
  for (let session = 0; session < SESSIONS; session++) {
    for (const verdict of await verdictsInARow(program, exercise)) seen.add(verdict);
  }
  return seen.size;
}

async function freshVerdict(program: string, exercise: Exercise, start: "cold" | "warm"): Promise<string> {
  const runner = new ExerciseRunner({ program, exercise, limits: GATE_LIMITS });
  if (start === "warm") {
    runner.prepare();
    await runner.ready();
  }
  const judged = await runner.run(exercise.job.text);
  runner.close();
  return canonicalJson({ verdict: judged?.verdict, trace: judged?.shown?.hash });
}

async function verdictsInARow(program: string, exercise: Exercise): Promise<readonly string[]> {
  const session = startSession(program, exercise, GATE_LIMITS);
  const verdicts: string[] = [];
  for (let run = 0; run < IN_A_ROW; run++) {
    const trial = { seeds: LEARNER_SEEDS, data: 1 };
    const { end, during } = await session.judge(exercise.job.text, { trial, answers: "played" }, () => {});
    if (end === null) throw new Error("nobody else kills the child of a soak");
    const verdict = judge(end, during);
    const request = { ...(counterexampleOf(verdict) ?? PLAIN_RUN), watch: "trace" } as const;
    const played = await session.play(exercise.job.text, request);
    const trace = played === null ? undefined : shownRun(request, played)?.hash;
    verdicts.push(canonicalJson({ verdict, trace }));
  }
  session.kill();
  return verdicts;
}

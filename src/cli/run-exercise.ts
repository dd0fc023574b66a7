import type { Exercise } from "../card/exercise.ts";
import { AUTHORS_DATA } from "../exercise/other-data.ts";
import { failingChecks, type Verdict } from "../exercise/verdict.ts";
import { visibleText } from "../pages/visible-text.ts";
import { ChildSession } from "../sandbox/child-session.ts";
import { ExerciseRunner, type JudgedJob } from "../sandbox/exercise-runner.ts";
import { LEARNER_LIMITS } from "../sandbox/limits.ts";
import { readText } from "../store/read-text.ts";
import { signatureCache } from "../store/signature-cache.ts";
import { DONE, INCONCLUSIVE, isGiven, NOT_RIGHT, printJson } from "./command.ts";
import type { Context } from "./context.ts";
import { judgeWhole } from "./judge-whole.ts";
import { verdictLines } from "./verdict-lines.ts";

/**
 * Judges a file as the job of an exercise and prints the verdict; records nothing. The process that runs it starts
 * meanwhile, while the exercise is read. Throws the Failure `file-read`, and what reading the exercise throws.
 */
export async function runExercise(
  context: Context,
  exerciseRead: () => Promise<Exercise>,
  file: string,
  data = AUTHORS_DATA,
): Promise<number> {
  const started = new ChildSession(context.program, LEARNER_LIMITS);
  try {
    return await judgeFile(context, { started, exercise: await exerciseRead(), data }, readText(file));
  } finally {
    started.kill();
  }
}

/** An exercise, and the process that is to run its jobs. */
interface StartedExercise {
  readonly exercise: Exercise;
  readonly started: ChildSession;
  /** The seed of the data that the job is fed with. */
  readonly data: number;
}

async function judgeFile(
  context: Context,
  { exercise, started, data }: StartedExercise,
  text: string,
): Promise<number> {
  const signatures = signatureCache(context.places.cache, exercise, data);
  const runner = new ExerciseRunner({ program: context.program, exercise, started, data, signatures });
  try {
    const judged = await judgeWhole(runner, text);
    if (judged === null) throw new Error("the only run of a job was superseded");
    if (isGiven(context, "json")) printJson(context, jsonOf(exercise, judged));
    else await printForPeople(context, runner, judged);
    return exitCodeOf(judged.verdict);
  } finally {
    runner.close();
  }
}

/** People are told what the author says about a wrong fix that was foreseen. */
async function printForPeople(
  { terminal, words, lang }: Context,
  runner: ExerciseRunner,
  judged: JudgedJob,
): Promise<void> {
  for (const line of verdictLines(judged, words, terminal.columns())) terminal.print(line);
  const remark = await runner.remarkOn(judged.verdict);
  if (remark !== null) terminal.print(`\n${visibleText(remark[lang])}`);
}

/** Returns the exit code that tells a verdict. */
export function exitCodeOf({ status }: Verdict): number {
  switch (status) {
    case "pass":
      return DONE;
    case "fail":
    case "compile":
    case "crash":
      return NOT_RIGHT;
    case "inconclusive":
    case "timeout":
      return INCONCLUSIVE;
  }
}

/** Returns a verdict as `--json` prints it. */
export function jsonOf(
  { id }: Exercise,
  { verdict, shown, sweep, ms }: JudgedJob,
): Readonly<Record<string, unknown>> {
  const { status } = verdict;
  const run = "checks" in verdict ? verdict : { checks: [], stats: { runs: 0, steps: 0, longest: 0 } };
  return {
    id,
    status,
    failing: failingChecks(verdict),
    checks: run.checks.map(({ id: check, says, kind, finding }) => ({ id: check, says, kind, ...finding })),
    ...("fault" in verdict ? { fault: verdict.fault } : {}),
    ...("limit" in verdict ? { limit: verdict.limit, during: verdict.during, message: verdict.message } : {}),
    sweep,
    traceHash: shown?.hash ?? null,
    stats: { ...run.stats, ms: Math.round(ms) },
  };
}

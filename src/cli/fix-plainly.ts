import { DONE, INTERRUPTED, isGiven, printJson } from "./command.ts";
import type { Context } from "./context.ts";
import { openLines } from "./lines.ts";
import { goOnWith, type ChosenExercise } from "./open-exercise.ts";
import { fixInLines, type PlainFixEnd } from "./plain-fix.ts";
import { exitCodeOf, jsonOf, runExercise } from "./run-exercise.ts";
import { askForTrust } from "./trust.ts";

/**
 * Mends a job line by line: the same attempt as on the screen, for pipes, scripts and screen readers. Returns the exit
 * code: that of the newest verdict where the input ends before the learner has quit or was graded.
 */
export async function fixPlainly(context: Context, chosen: ChosenExercise): Promise<number> {
  await askForTrust(context, chosen.exercise, chosen.exercises);
  // Who asks for a value in a terminal waits for that, and not for a prompt.
  if (isGiven(context, "json") && context.terminal.inputIsTerminal()) return await judgeOnce(context, chosen);
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.on("SIGINT", stop);
  const lines = openLines(context, stopped.signal);
  try {
    const end = await fixInLines(context, chosen, lines);
    if (isGiven(context, "json"))
      printJson(context, { ...jsonOf(chosen.exercise, end.judged), ...end.recorded });
    return stopped.signal.aborted ? INTERRUPTED : exitCodeAt(end);
  } finally {
    process.off("SIGINT", stop);
    lines.close();
  }
}

async function judgeOnce(context: Context, chosen: ChosenExercise): Promise<number> {
  const { workspace, variant } = goOnWith(context, chosen);
  return await runExercise(context, () => Promise.resolve(chosen.exercise), workspace.file, variant.data);
}

function exitCodeAt({ how, judged }: PlainFixEnd): number {
  return how === "input-ended" ? exitCodeOf(judged.verdict) : DONE;
}

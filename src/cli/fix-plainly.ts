import { goOnWith, type ChosenExercise } from "./begun-attempt.ts";
import { DONE, isGiven, printJson } from "./command.ts";
import type { Context } from "./context.ts";
import { fixInLines, judgedIn, type PlainFixEnd } from "./fix-in-lines.ts";
import { interruptible, type Interruption } from "./interruptible.ts";
import { openLines } from "./lines.ts";
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
  return await interruptible((interruption) => talkAbout(context, chosen, interruption));
}

async function talkAbout(
  context: Context,
  chosen: ChosenExercise,
  interruption: Interruption,
): Promise<number> {
  const lines = openLines(context, interruption);
  try {
    const end = await fixInLines(context, chosen, lines);
    if (isGiven(context, "json") && end.how !== "interrupted")
      printJson(context, { ...jsonOf(chosen.exercise, judgedIn(end)), ...end.recorded });
    return exitCodeAt(end);
  } finally {
    lines.close();
  }
}

async function judgeOnce(context: Context, chosen: ChosenExercise): Promise<number> {
  const { workspace, variant } = goOnWith(context, chosen);
  return await runExercise(context, () => Promise.resolve(chosen.exercise), workspace.file, variant.data);
}

function exitCodeAt(end: PlainFixEnd): number {
  return end.how === "input-ended" ? exitCodeOf(judgedIn(end).verdict) : DONE;
}

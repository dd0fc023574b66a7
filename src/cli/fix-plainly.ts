import { messagesIn } from "../locale/choose.ts";
import { ticketRows } from "../pages/practice/panel-rows.ts";
import { rowText } from "../pages/row.ts";
import type { Context } from "./context.ts";
import { openExercise, type ChosenExercise } from "./open-exercise.ts";
import { runExercise } from "./run-exercise.ts";
import { askForTrust } from "./trust.ts";

/** Cells of a line where nobody says how wide the window is. */
const WIDTH = 76;

/** Prints the ticket of an exercise and where the learner's file is, and judges that file as it is now. Records nothing. */
export async function fixPlainly(context: Context, chosen: ChosenExercise): Promise<number> {
  const { terminal, lang } = context;
  const words = messagesIn(lang);
  await askForTrust(context, chosen.exercise, chosen.exercises);
  const open = openExercise(context, chosen);
  const [practice] = open.start;
  open.close();
  const text = chosen.exercise.texts[lang] ?? Object.values(chosen.exercise.texts)[0];
  if (text !== undefined && !context.arguments.options.has("json")) {
    terminal.print(`${chosen.exercise.id}  ${chosen.exercise.title[lang]}`);
    for (const line of ticketRows(practice, text, words, { width: WIDTH, highlight: null }))
      terminal.print(rowText(line));
    terminal.print(words.practice.yourFile(open.file));
  }
  return await runExercise(context, async () => chosen.exercise, open.file);
}

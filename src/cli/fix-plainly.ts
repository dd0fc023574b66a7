import { messagesIn } from "../locale/choose.ts";
import { ticketRows } from "../pages/practice/panel-rows.ts";
import { rowText } from "../pages/row.ts";
import { startPractice } from "../practice/practice.ts";
import { momentOf, type Context } from "./context.ts";
import { goOnWith, type ChosenExercise } from "./open-exercise.ts";
import { runExercise } from "./run-exercise.ts";
import { askForTrust } from "./trust.ts";

/** Cells of a line where nobody says how wide the window is. */
const WIDTH = 76;

/** Prints the ticket of an exercise and where the learner's file is, and judges that file as it is now. Records nothing. */
export async function fixPlainly(context: Context, chosen: ChosenExercise): Promise<number> {
  const { terminal, lang } = context;
  const { exercise } = chosen;
  const words = messagesIn(lang);
  await askForTrust(context, exercise, chosen.exercises);
  const { workspace, variant, attempt } = goOnWith(context, chosen);
  const [practice] = startPractice(exercise, variant, attempt, momentOf(context));
  const text = exercise.texts[lang] ?? Object.values(exercise.texts)[0];
  if (text !== undefined && !context.arguments.options.has("json")) {
    terminal.print(`${exercise.id}  ${exercise.title[lang]}`);
    for (const line of ticketRows(practice, text, words, { width: WIDTH, highlight: null }))
      terminal.print(rowText(line));
    terminal.print(words.practice.yourFile(workspace.file));
  }
  return await runExercise(context, () => Promise.resolve(exercise), workspace.file, variant.data);
}

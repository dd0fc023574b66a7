import type { CardId } from "../card/card.ts";
import type { Exercise } from "../card/exercise.ts";
import { cardProgress, type CardProgress } from "../history/progress.ts";
import { padRow, row, rowText } from "../pages/row.ts";
import { visibleLine } from "../pages/visible-text.ts";
import { dueOf, stateOf } from "./card-standing.ts";
import { isGiven, printJson } from "./command.ts";
import { momentOf, type Context } from "./context.ts";
import { identifiedDeck } from "./decks.ts";

/** Prints the exercises of the decks in use, and how each stands. */
export async function listExercises(context: Context, exercises: readonly Exercise[]): Promise<void> {
  const { progress } = await identifiedDeck(context);
  const listed = exercises.map((exercise) => ({
    exercise,
    own: cardProgress(progress, exercise.id as CardId),
  }));
  if (isGiven(context, "json"))
    printJson(context, { exercises: listed.map((each) => jsonOf(context, each)) });
  else printForPeople(context, listed);
}

interface Listed {
  readonly exercise: Exercise;
  readonly own: CardProgress;
}

function jsonOf(context: Context, { exercise, own }: Listed): Readonly<Record<string, unknown>> {
  const { id, title, chapter, difficulty } = exercise;
  return { id, title, chapter, difficulty, state: stateOf(own, momentOf(context)), due: dueOf(own, context) };
}

function printForPeople(context: Context, listed: readonly Listed[]): void {
  const { terminal, words } = context;
  const moment = momentOf(context);
  for (const { exercise, own } of listed) {
    terminal.print(
      rowText([
        ...padRow(row(visibleLine(exercise.id)), 10),
        ...padRow(row(words.fix.difficulty(exercise.difficulty)), 7),
        ...padRow(row(words.cards.state[stateOf(own, moment)]), 12),
        ...row(visibleLine(exercise.title[context.lang])),
      ]),
    );
  }
  terminal.print(listed.length === 0 ? words.fix.none : words.fix.total(listed.length));
}

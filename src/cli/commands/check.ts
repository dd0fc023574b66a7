import { severityOf, type Problem } from "../../base/problem.ts";
import type { LoadedDeck } from "../../store/load-deck.ts";
import { severitiesOf, sumOfSeverities } from "../../store/severities.ts";
import { DONE, isGiven, NOT_RIGHT, printJson, type Command } from "../command.ts";
import { deckPaths, type Context } from "../context.ts";
import { loadedDeck } from "../decks.ts";
import { problemLines } from "../problem-lines.ts";

/** `sluice check [PATH...]`: what is wrong with notes, and where. */
export const check: Command = {
  name: "check",
  options: ["exercises", "write"],
  words: Number.POSITIVE_INFINITY,
  run: async (context, paths) => {
    const decks = paths.length > 0 ? paths : deckPaths(context);
    const checked = await checkedDeck(context, decks);
    if (isGiven(context, "json")) printJson(context, jsonOf(context, checked));
    else printForPeople(context, checked);
    return checked.severities.error > 0 ? NOT_RIGHT : DONE;
  },
};

/** What was found wrong with a deck; `exercises` are those that were run. */
interface CheckedDeck extends Pick<LoadedDeck, "files" | "deck" | "severities"> {
  readonly problems: readonly Problem[];
  readonly exercises: number | null;
}

async function checkedDeck(context: Context, decks: readonly string[]): Promise<CheckedDeck> {
  const loaded = await loadedDeck(context, decks);
  const problems = loaded.problems();
  if (!isGiven(context, "exercises")) return { ...loaded, problems, exercises: null };
  const { checkExercises } = await import("../check-exercises.ts");
  const checked = await checkExercises(context, decks, loaded.deck);
  // What is wrong with the texts of exercises is wrong with the notes too.
  const told = new Set(problems.map((problem) => JSON.stringify(problem)));
  const others = checked.problems.filter((problem) => !told.has(JSON.stringify(problem)));
  return {
    ...loaded,
    problems: [...problems, ...others],
    severities: sumOfSeverities(loaded.severities, severitiesOf(others)),
    exercises: checked.exercises,
  };
}

function jsonOf(
  { words }: Context,
  { files, deck, problems, exercises }: CheckedDeck,
): Readonly<Record<string, unknown>> {
  return {
    files,
    cards: deck.cards.length,
    ...(exercises === null ? {} : { exercises }),
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: severityOf(problem),
      ...problem.place,
      ...words.problem(problem),
    })),
  };
}

function printForPeople(
  { terminal, words }: Context,
  { files, deck, severities, problems, exercises }: CheckedDeck,
): void {
  for (const line of problemLines(words, problems)) terminal.print(line);
  terminal.print(
    words.check.summary({
      files,
      cards: deck.cards.length,
      errors: severities.error,
      warnings: severities.warning,
      left: severities.info,
    }),
  );
  if (deck.cards.length === 0) terminal.print(words.check.none);
  if (exercises !== null) terminal.print(words.fix.checked(exercises));
}

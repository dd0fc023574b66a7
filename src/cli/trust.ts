import { dirname, resolve, sep } from "node:path";
import { createInterface } from "node:readline/promises";

import { Failure } from "../base/failure.ts";
import type { Exercise } from "../card/exercise.ts";
import { row, rowText } from "../pages/row.ts";
import { visibleLine } from "../pages/visible-text.ts";
import { wrapRow } from "../pages/wrap.ts";
import { hashOfPrograms, isTrusted, trust } from "../store/trusted-exercises.ts";
import { isGiven } from "./command.ts";
import type { Context } from "./context.ts";

/**
 * Makes sure that the learner lets the programs of an exercise run. The deck that is shipped is trusted; for another one
 * it takes a yes, once for its content: in a terminal `answer` returns what is typed. Throws the Failure
 * `exercise-untrusted` where the answer is no, or nobody can be asked.
 */
export async function askForTrust(
  context: Context,
  exercise: Exercise,
  all: readonly Exercise[],
  answer: () => Promise<string> = () => answerTyped(context),
): Promise<void> {
  const deck = deckToAllow(context, exercise, all);
  if (deck === null) return;
  if (!(await isAllowed(context, deck, answer)))
    throw new Failure({ code: "exercise-untrusted", data: { deck } });
  trustDeckOf(context, exercise, all);
}

/**
 * Returns the deck of an exercise whose programs the learner has to allow before they run; `null` if they may run. With
 * `--yes` a deck that isn't trusted yet is from now on. Throws the Failures `file-read` and `file-write`.
 */
export function deckToAllow(context: Context, exercise: Exercise, all: readonly Exercise[]): string | null {
  const deck = deckOf(exercise);
  if (isShipped(context, exercise) || isTrusted(context.places, hashOfPrograms(inDeck(deck, all))))
    return null;
  if (!isGiven(context, "yes")) return deck;
  trustDeckOf(context, exercise, all);
  return null;
}

/** Lets the programs of an exercise's deck run from now on, as they are. */
export function trustDeckOf(context: Context, exercise: Exercise, all: readonly Exercise[]): void {
  trust(context.places, hashOfPrograms(inDeck(deckOf(exercise), all)));
}

function inDeck(deck: string, all: readonly Exercise[]): readonly Exercise[] {
  return all.filter((each) => deckOf(each) === deck);
}

/** Tells whether an exercise came with sluice. */
export function isShipped({ shippedDeck }: Context, exercise: Exercise): boolean {
  return isBelow(deckOf(exercise), shippedDeck);
}

/** An exercise is in `DECK/exercises/NAME`. */
function deckOf({ folder }: Exercise): string {
  return dirname(dirname(folder));
}

function isBelow(path: string, folder: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
}

async function isAllowed(context: Context, deck: string, answer: () => Promise<string>): Promise<boolean> {
  const { terminal, words } = context;
  if (isGiven(context, "json") || !terminal.inputIsTerminal() || !terminal.outputIsTerminal()) return false;
  for (const paragraph of words.fix.trust.what(visibleLine(deck)))
    for (const line of wrapRow(row(paragraph), terminal.columns())) terminal.print(rowText(line));
  terminal.prompt(words.fix.trust.ask);
  return /^\s*(y|yes|是)\s*$/iu.test(await answer());
}

async function answerTyped({ terminal }: Context): Promise<string> {
  const reader = createInterface({ input: terminal.stdin() });
  const answer = await new Promise<string>((answered) => {
    reader.once("line", answered).once("close", () => answered(""));
  });
  reader.close();
  return answer;
}

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
 * it takes a yes, once for its content. Throws the Failure `exercise-untrusted` where the answer is no, or nobody can
 * be asked.
 */
export async function askForTrust(
  context: Context,
  exercise: Exercise,
  all: readonly Exercise[],
): Promise<void> {
  const deck = untrustedDeck(context, exercise, all);
  if (deck === null) return;
  if (!isGiven(context, "yes") && !(await isAllowed(context, deck)))
    throw new Failure({ code: "exercise-untrusted", data: { deck } });
  trustDeckOf(context, exercise, all);
}

/** Returns the deck of an exercise if its programs may not run yet; `null` if they may. */
export function untrustedDeck(context: Context, exercise: Exercise, all: readonly Exercise[]): string | null {
  const deck = deckOf(exercise);
  const isKnown =
    isShipped(context, exercise) || isTrusted(context.places, hashOfPrograms(inDeck(deck, all)));
  return isKnown ? null : deck;
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

async function isAllowed(context: Context, deck: string): Promise<boolean> {
  const { terminal, words } = context;
  if (isGiven(context, "json") || !terminal.inputIsTerminal() || !terminal.outputIsTerminal()) return false;
  for (const paragraph of words.fix.trust.what(visibleLine(deck)))
    for (const line of wrapRow(row(paragraph), terminal.columns())) terminal.print(rowText(line));
  terminal.prompt(words.fix.trust.ask);
  const reader = createInterface({ input: terminal.stdin() });
  const answer = await new Promise<string>((answered) => {
    reader.once("line", answered).once("close", () => answered(""));
  });
  reader.close();
  return /^\s*(y|yes|是)\s*$/iu.test(answer);
}

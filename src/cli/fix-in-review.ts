import type { Card } from "../card/card.ts";
import { cardProgress } from "../history/progress.ts";
import type { Answer, Session } from "../review/session.ts";
import { loadExercises } from "../store/load-exercises.ts";
import { deckPaths } from "./context.ts";
import { findExercise } from "./find-exercise.ts";
import { fixInLines, type PlainFixEnd } from "./fix-in-lines.ts";
import { showingOf } from "./plain-card.ts";
import type { PlainDesk } from "./plain-desk.ts";
import { askForTrust } from "./trust.ts";

/** Has the job of an exercise mended in the middle of a review in lines, and goes on with the review. Rejects with the Failures of `openSitting`. */
export async function fixInReview(desk: PlainDesk, session: Session, card: Card): Promise<Session> {
  let recorded: PlainFixEnd["recorded"] = null;
  const back = await desk.closedFor(async () => {
    try {
      ({ recorded } = await fixCard(desk, card));
    } catch (error) {
      desk.printer.fail(error);
    }
  }, session);
  const after = { ...back, answers: [...back.answers, ...answersIn(desk, session, recorded)] };
  if (desk.lines.signal.aborted) return after;
  const next = showingOf(after);
  // Nobody wants to hear the same ticket once more.
  if (next?.card.id === card.id) desk.printer.explain({ type: "enter" }, after);
  else if (next !== null) desk.printer.show(after);
  return after;
}

async function fixCard({ context, lines }: PlainDesk, card: Card): Promise<PlainFixEnd> {
  const { exercises } = await loadExercises(deckPaths(context));
  const exercise = findExercise(exercises, card.id);
  await askForTrust(context, exercise, exercises, async () => (await lines.next()) ?? "");
  return await fixInLines(context, { exercise, exercises }, lines);
}

/** What was put on record meanwhile is an answer of this sitting too. */
function answersIn(
  { sitting }: PlainDesk,
  { progress }: Session,
  recorded: PlainFixEnd["recorded"],
): readonly Answer[] {
  const event = sitting.store.events().find(({ id }) => id === recorded?.event);
  if (event?.type !== "card-rated") return [];
  return [{ event, before: cardProgress(progress, event.card).memory?.phase ?? "new" }];
}

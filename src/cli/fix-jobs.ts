import { Failure } from "../base/failure.ts";
import type { Exercise } from "../card/exercise.ts";
import { loadExercise, loadExercises } from "../store/load-exercises.ts";
import { DONE, isGiven, isOnScreen } from "./command.ts";
import { deckPaths, type Context } from "./context.ts";
import { findExercise } from "./find-exercise.ts";
import { listExercises } from "./list-exercises.ts";
import { runExercise } from "./run-exercise.ts";
import { askForTrust, isShipped } from "./trust.ts";

/** Does what `sluice fix` was called for: judges a file, lists the exercises, or opens one. Returns the exit code. */
export async function fixJobs(context: Context, id: string | undefined): Promise<number> {
  const file = context.arguments.options.get("run")?.at(-1);
  if (file !== undefined) return await runExercise(context, () => trustedExercise(context, id), file);
  const { exercises } = await loadExercises(deckPaths(context));
  const exercise = id === undefined ? null : findExercise(exercises, id);
  if (isGiven(context, "list") || (exercise === null && !isOnScreen(context))) {
    await listExercises(context, exercises);
    return DONE;
  }
  return await openScreen(context, exercises, exercise);
}

/** Returns the exercise with an id. All the others are looked at only where they matter. */
async function trustedExercise(context: Context, id: string | undefined): Promise<Exercise> {
  if (id === undefined) throw missing("ID");
  const decks = deckPaths(context);
  const { exercises: alone } = await loadExercise(decks, id);
  const found = alone.find((exercise) => exercise.id === id);
  if (found !== undefined && isShipped(context, found)) return found;
  const { exercises } = await loadExercises(decks);
  const exercise = findExercise(exercises, id);
  await askForTrust(context, exercise, exercises);
  return exercise;
}

/** Without a terminal the ticket is printed, and the learner's file is judged as it is. */
async function openScreen(
  context: Context,
  exercises: readonly Exercise[],
  exercise: Exercise | null,
): Promise<number> {
  if (exercise !== null && !isOnScreen(context)) {
    const { fixPlainly } = await import("./fix-plainly.ts");
    return await fixPlainly(context, { exercise, exercises });
  }
  const { runFixScreen } = await import("./fix-screen.ts");
  return await runFixScreen(context, exercises, exercise);
}

function missing(name: string): Failure {
  return new Failure({ code: "usage", data: { fault: "argument-missing", name } });
}

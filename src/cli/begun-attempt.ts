import { join } from "node:path";

import type { CardId } from "../card/card.ts";
import type { Exercise } from "../card/exercise.ts";
import { variantFor, variantNamed, type Variant } from "../exercise/variant.ts";
import { cardProgress, type Progress } from "../history/progress.ts";
import { beginAttempt, type Attempt } from "../practice/practice.ts";
import { openWorkspace, type EditorSupport, type ExerciseWorkspace } from "../store/exercise-workspace.ts";
import { readHistory } from "../store/store.ts";
import type { Context } from "./context.ts";

/** An exercise, and those that are listed with it. */
export interface ChosenExercise {
  readonly exercise: Exercise;
  readonly exercises: readonly Exercise[];
}

/** Returns where editors find the types of "sluice/flink". */
export function typesFor({ program }: Context): EditorSupport {
  return { types: join(program, "flink.d.ts") };
}

/** What the learner goes on with: the attempt that was begun, or a new one. */
export interface BegunAttempt {
  readonly workspace: ExerciseWorkspace;
  readonly variant: Variant;
  readonly attempt: Attempt;
  readonly progress: Progress;
}

/** Goes on with an attempt that was begun, or begins one. Throws the Failures `journal-read` and `file-write`. */
export function goOnWith(context: Context, { exercise, exercises }: ChosenExercise): BegunAttempt {
  const workspace = openWorkspace(context.places.exercises, exercise.id, typesFor(context));
  const progress = readHistory(context.places).progress();
  const variant = variantIn(workspace, exercise, { exercises, progress });
  workspace.supportEditors();
  return { workspace, variant, attempt: workspace.attempt() ?? beginAttempt(variant), progress };
}

/** Returns the broken job of the attempt that was begun; else that of a new one, which is put into the workspace. */
function variantIn(
  workspace: ExerciseWorkspace,
  exercise: Exercise,
  { exercises, progress }: { readonly exercises: readonly Exercise[]; readonly progress: Progress },
): Variant {
  const attempts = cardProgress(progress, exercise.id as CardId).memory?.reps ?? 0;
  const next = variantFor(exercise, attempts, lastFixKind(exercises, progress));
  const begun = workspace.attempt();
  // One with the data of another time is on record already: the program was killed before it could say so here.
  const isGoingOn = begun !== null && begun.data === next.data;
  const going = isGoingOn ? variantNamed(exercise, begun.variant, begun.data) : null;
  if (going !== null) return going;
  workspace.begin(next, beginAttempt(next));
  return next;
}

/** Returns the kind of fix that the exercise needed which was done last; `null` if none was done. */
function lastFixKind(exercises: readonly Exercise[], progress: Progress): string | null {
  const done = exercises.map(({ id }) => cardProgress(progress, id as CardId));
  const last = done.toSorted((one, other) => (other.memory?.last.at ?? 0) - (one.memory?.last.at ?? 0))[0];
  return last?.fixKind ?? null;
}

import { Failure } from "../base/failure.ts";
import type { Exercise } from "../card/exercise.ts";
import { nearest } from "./nearest.ts";

/** Returns the exercise with an id. Throws the Failure `exercise-unknown`. */
export function findExercise(exercises: readonly Exercise[], id: string): Exercise {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found !== undefined) return found;
  const ids = exercises.map((exercise) => exercise.id);
  throw new Failure({ code: "exercise-unknown", data: { id, near: nearest(id, ids) } });
}

import { basename } from "node:path";

import { Failure } from "../base/failure.ts";
import type { Exercise } from "../card/exercise.ts";
import { nearest } from "./nearest.ts";

/** Returns the exercise that goes by an id, in whatever case, or by the name of its folder. Throws the Failure `exercise-unknown`. */
export function findExercise(exercises: readonly Exercise[], id: string): Exercise {
  const wanted = id.toLowerCase();
  const found = exercises.find(
    (exercise) => exercise.id.toLowerCase() === wanted || basename(exercise.folder).toLowerCase() === wanted,
  );
  if (found !== undefined) return found;
  const ids = exercises.map((exercise) => exercise.id);
  throw new Failure({ code: "exercise-unknown", data: { id, near: nearest(id, ids) } });
}

import type { Place } from "../../base/problem.ts";
import type { Exercise, ExerciseFile } from "../../card/exercise.ts";

/** An exercise as it is on disk: with all of its files, those that are no part of it too. */
export interface ExerciseOnDisk {
  readonly exercise: Exercise;
  readonly files: readonly ExerciseFile[];
}

/** Returns where something stands in a file of an exercise: at the first line that matches, else at its beginning. */
export function placeIn({ exercise, files }: ExerciseOnDisk, path: string, pattern: RegExp = /^/u): Place {
  const text = files.find((file) => file.path === path)?.text ?? "";
  const line = text.split("\n").findIndex((each) => pattern.test(each));
  return { file: `${exercise.folder}/${path}`, line: Math.max(line, 0) + 1, column: 1 };
}

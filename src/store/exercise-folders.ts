import { existsSync, readdirSync } from "node:fs";

import { inNaturalOrder } from "./natural-order.ts";

/** The folder of a deck that holds its exercises. */
export const EXERCISES = "exercises";

/** The folder of an exercise, and the files in it, their paths as within it. */
export interface ExerciseFolder {
  readonly path: string;
  readonly files: readonly string[];
}

/** Returns the folders below `DECK/exercises` that hold a job, in the order of their names. Throws what the system throws. */
export function exerciseFolders(deck: string): readonly ExerciseFolder[] {
  const path = `${deck.replace(/\/$/u, "")}/${EXERCISES}`;
  if (!existsSync(path)) return [];
  const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inNaturalOrder(folders)
    .map(({ name }) => ({ path: `${path}/${name}`, files: filesBelow(`${path}/${name}`) }))
    .filter(({ files }) => files.includes("job.ts"));
}

/** Tells whether a file of an exercise is its text in one of the languages. */
export function isExerciseText(file: string): boolean {
  return /^exercise\.[a-z]+\.md$/u.test(file);
}

/** The files of an exercise, one folder deep: that is where its mutants are. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(`${folder}/${entry.name}`).map((name) => `${entry.name}/${name}`)
        : [entry.name],
    )
    .toSorted();
}

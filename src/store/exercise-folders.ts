import { readdirSync } from "node:fs";

import { inNaturalOrder } from "./natural-order.ts";
import { unlessMissing } from "./system-error.ts";

/** The folder of a deck that holds its exercises. */
export const EXERCISES = "exercises";

/** The file without which a folder is no exercise. */
const JOB = "job.ts";

/** The folder of an exercise, and the files in it, their paths as within it. */
export interface ExerciseFolder {
  readonly path: string;
  readonly files: readonly string[];
}

/** Returns the folders below `DECK/exercises` that hold a job, in the order of their names. Throws what the system throws. */
export function exerciseFolders(deck: string): readonly ExerciseFolder[] {
  return foldersBelow(deck)
    .map((path) => ({ path, files: filesBelow(path) }))
    .filter(({ files }) => files.includes(JOB));
}

/** Returns the texts of the exercises of a deck: what a start has to know of them. Throws what the system throws. */
export function exerciseTexts(deck: string): readonly string[] {
  return foldersBelow(deck).flatMap((path) => {
    const names = readdirSync(path);
    if (!names.includes(JOB)) return [];
    return names
      .filter(isExerciseText)
      .toSorted()
      .map((name) => `${path}/${name}`);
  });
}

function foldersBelow(deck: string): readonly string[] {
  const path = `${deck.replace(/\/$/u, "")}/${EXERCISES}`;
  const entries = unlessMissing(() => readdirSync(path, { withFileTypes: true })) ?? [];
  const folders = entries.filter((entry) => entry.isDirectory());
  return inNaturalOrder(folders).map(({ name }) => `${path}/${name}`);
}

/** Tells whether a file of an exercise is its text in one of the languages. */
function isExerciseText(file: string): boolean {
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

import { readFileSync, statSync } from "node:fs";

import type { Problem } from "../base/problem.ts";
import type { Exercise, ExerciseFile } from "../card/exercise.ts";
import type { CompiledExercise } from "../compile/exercise/compile-exercise.ts";
import { placeOfFile } from "./deck-files.ts";
import type { ExerciseFolder } from "./exercise-folders.ts";
import { exerciseFolders } from "./exercise-folders.ts";
import { reasonOf } from "./system-error.ts";

/** The exercises of some decks, in the order of the decks and of their folders' names. */
export interface LoadedExercises {
  readonly exercises: readonly Exercise[];
  readonly problems: readonly Problem[];
}

/** Reads the exercises of decks from disk. Nothing is thrown: what can't be read is a problem. */
export async function loadExercises(decks: readonly string[]): Promise<LoadedExercises> {
  return await loadFolders(decks, "");
}

/** Reads the exercises with an id alone, from the folders whose names begin with it: to compile all takes its time. */
export async function loadExercise(decks: readonly string[], id: string): Promise<LoadedExercises> {
  return await loadFolders(decks, `${id}-`);
}

async function loadFolders(decks: readonly string[], prefix: string): Promise<LoadedExercises> {
  const { compileExercise } = await import("../compile/exercise/compile-exercise.ts");
  const compiled = decks.flatMap((deck) =>
    tried(deck, () =>
      foldersIn(deck, prefix).flatMap((folder) =>
        tried(folder.path, () => [compileExercise(folder.path, textsOf(folder))]),
      ),
    ),
  );
  return {
    exercises: compiled.flatMap(({ exercise }) => exercise ?? []),
    problems: compiled.flatMap(({ problems }) => problems),
  };
}

/** What can't be read spoils nothing beside it. */
function tried(path: string, read: () => readonly CompiledExercise[]): readonly CompiledExercise[] {
  try {
    return read();
  } catch (error) {
    const data = { reason: reasonOf(error) };
    return [{ exercise: null, problems: [{ code: "file-unreadable", place: placeOfFile(path), data }] }];
  }
}

/** A deck that is a single file has no exercises; one that isn't there is told of with its notes. */
function foldersIn(deck: string, prefix: string): readonly ExerciseFolder[] {
  const stats = statSync(deck, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return [];
  return exerciseFolders(deck).filter(({ path }) => path.startsWith(prefix, path.lastIndexOf("/") + 1));
}

function textsOf({ path, files }: ExerciseFolder): readonly ExerciseFile[] {
  return files
    .filter((file) => /\.(?:ts|md)$/u.test(file))
    .map((file) => ({ path: file, text: readFileSync(`${path}/${file}`, "utf8") }));
}

import { readFileSync, statSync } from "node:fs";

import type { Problem } from "../base/problem.ts";
import type { Exercise, ExerciseFile } from "../card/exercise.ts";
import type { CompiledExercise } from "../compile/exercise/compile-exercise.ts";
import type { ExerciseOnDisk } from "../exercise/gate/file-place.ts";
import { placeOfFile } from "./deck-files.ts";
import type { ExerciseFolder } from "./exercise-folders.ts";
import { exerciseFolders } from "./exercise-folders.ts";
import { reasonOf } from "./system-error.ts";

/** The exercises of some decks, in the order of the decks and of their folders' names. */
export interface LoadedExercises {
  readonly exercises: readonly Exercise[];
  /** The same, with everything that is in their folders; what holds no text of theirs, or can't be read, is empty. */
  readonly onDisk: readonly ExerciseOnDisk[];
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
      foldersIn(deck, prefix).map((folder) => {
        const { texts, problems } = textsIn(folder);
        const come = compileExercise(folder.path, texts);
        return {
          exercise: come.exercise,
          problems: [...problems, ...come.problems],
          files: allIn(folder, texts),
        };
      }),
    ),
  );
  const onDisk = compiled.flatMap(({ exercise, files }) => (exercise === null ? [] : [{ exercise, files }]));
  return {
    exercises: onDisk.map(({ exercise }) => exercise),
    onDisk,
    problems: compiled.flatMap(({ problems }) => problems),
  };
}

/** A folder, compiled, and everything that is in it. */
interface LoadedFolder extends CompiledExercise {
  readonly files: readonly ExerciseFile[];
}

/** What can't be read spoils nothing beside it. */
function tried(deck: string, read: () => readonly LoadedFolder[]): readonly LoadedFolder[] {
  try {
    return read();
  } catch (error) {
    return [{ exercise: null, problems: [unreadable(deck, error)], files: [] }];
  }
}

function unreadable(path: string, error: unknown): Problem {
  return { code: "file-unreadable", place: placeOfFile(path), data: { reason: reasonOf(error) } };
}

/** A deck that is a single file has no exercises; one that isn't there is told of with its notes. */
function foldersIn(deck: string, prefix: string): readonly ExerciseFolder[] {
  const stats = statSync(deck, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return [];
  return exerciseFolders(deck).filter(({ path }) => path.startsWith(prefix, path.lastIndexOf("/") + 1));
}

function textsIn({ path, files }: ExerciseFolder): {
  readonly texts: readonly ExerciseFile[];
  readonly problems: readonly Problem[];
} {
  const texts: ExerciseFile[] = [];
  const problems: Problem[] = [];
  for (const file of files.filter((each) => /\.(?:ts|md)$/u.test(each))) {
    try {
      texts.push({ path: file, text: readFileSync(`${path}/${file}`, "utf8") });
    } catch (error) {
      problems.push(unreadable(`${path}/${file}`, error));
    }
  }
  return { texts, problems };
}

function allIn({ files }: ExerciseFolder, texts: readonly ExerciseFile[]): readonly ExerciseFile[] {
  const read = new Map(texts.map(({ path, text }) => [path, text]));
  return files.map((path) => ({ path, text: read.get(path) ?? "" }));
}

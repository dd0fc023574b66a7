import { readFileSync } from "node:fs";

import type { Problem } from "../base/problem.ts";
import type { Deck } from "../card/deck.ts";
import type { Exercise } from "../card/exercise.ts";
import type { ExerciseOnDisk } from "../exercise/gate/file-place.ts";
import { judgeTexts } from "../exercise/gate/judge-texts.ts";
import { runGate } from "../sandbox/exercise-gate.ts";
import { LEARNER_SEEDS } from "../sandbox/limits.ts";
import { exerciseFolders } from "../store/exercise-folders.ts";
import { loadExercises } from "../store/load-exercises.ts";
import { writeText } from "../store/write-text.ts";
import { isGiven } from "./command.ts";
import type { Context } from "./context.ts";
import { redrawPictures } from "./exercise-pictures.ts";
import { largeSymptoms } from "./symptom-size.ts";
import { askForTrust } from "./trust.ts";

/** What the gate has found. */
export interface CheckedExercises {
  readonly exercises: number;
  readonly problems: readonly Problem[];
}

/**
 * Puts the exercises of some decks to the test: their texts, and each of their programs, which runs here. Throws the
 * Failure `exercise-untrusted`.
 */
export async function checkExercises(
  context: Context,
  decks: readonly string[],
  deck: Deck,
): Promise<CheckedExercises> {
  const { exercises, problems } = await loadExercises(decks);
  for (const exercise of exercises) await askForTrust(context, exercise, exercises);
  const around = {
    cards: new Set(deck.cards.flatMap(({ id, note }) => [id, note])),
    chapters: new Set(deck.cards.map(({ chapter }) => chapter)),
  };
  const found: Problem[] = [...problems, ...duplicates(exercises)];
  const disks = decks.flatMap((path) => onDisk(path, exercises));
  for (const [index, disk] of disks.entries()) {
    found.push(...judgeTexts(disk, around), ...largeSymptoms(disk), ...(await checkPictures(context, disk)));
    found.push(
      ...(await runGate(disk, {
        program: context.program,
        seeds: LEARNER_SEEDS,
        onProgram: (program) =>
          context.terminal.progress(`${index + 1}/${disks.length} ${disk.exercise.id} ${program}`),
      })),
    );
  }
  context.terminal.progress(null);
  return { exercises: exercises.length, problems: found };
}

/** Pictures that are stale are a problem, unless they are to be drawn anew; those that can't be drawn are one. Throws the Failure `file-write`. */
async function checkPictures(context: Context, disk: ExerciseOnDisk): Promise<readonly Problem[]> {
  const { redrawn, stale, empty } = await redrawPictures(context.program, disk);
  if (!isGiven(context, "write")) return [...stale, ...empty];
  for (const { path, text } of redrawn) writeText(`${disk.exercise.folder}/${path}`, text);
  return empty;
}

function duplicates(exercises: readonly Exercise[]): readonly Problem[] {
  return [...Map.groupBy(exercises, ({ id }) => id)].flatMap(([id, [first, ...others]]) =>
    others.map(
      ({ folder }): Problem => ({
        code: "id-duplicate",
        place: { file: `${folder}/exercise.en.md`, line: 1, column: 1 },
        data: { id, first: { file: `${first?.folder}/exercise.en.md`, line: 1, column: 1 } },
      }),
    ),
  );
}

function onDisk(deck: string, exercises: readonly Exercise[]): readonly ExerciseOnDisk[] {
  return exerciseFolders(deck).flatMap((folder) => {
    const exercise = exercises.find((each) => each.folder === folder.path);
    if (exercise === undefined) return [];
    const files = folder.files.map((path) => ({
      path,
      text: readFileSync(`${folder.path}/${path}`, "utf8"),
    }));
    return [{ exercise, files }];
  });
}

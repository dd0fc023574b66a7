import type { Problem } from "../base/problem.ts";
import type { Deck } from "../card/deck.ts";
import type { Exercise } from "../card/exercise.ts";
import type { ExerciseOnDisk } from "../exercise/gate/file-place.ts";
import { judgeTexts, type Surroundings } from "../exercise/gate/judge-texts.ts";
import { visibleLine } from "../pages/visible-text.ts";
import { runGate } from "../sandbox/exercise-gate.ts";
import { LEARNER_SEEDS } from "../sandbox/limits.ts";
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
  const { exercises, onDisk: disks, problems } = await loadExercises(decks);
  for (const exercise of exercises) await askForTrust(context, exercise, exercises);
  const found: Problem[] = [...problems, ...duplicates(exercises)];
  const around = whatIsKnown(deck);
  for (const [index, disk] of disks.entries()) {
    found.push(...judgeTexts(disk, around), ...largeSymptoms(disk), ...(await checkPictures(context, disk)));
    found.push(
      ...(await runGate(disk, {
        program: context.program,
        seeds: LEARNER_SEEDS,
        onProgram: (program) =>
          context.terminal.progress(
            visibleLine(`${index + 1}/${disks.length} ${disk.exercise.id} ${program}`),
          ),
      })),
    );
  }
  context.terminal.progress(null);
  return { exercises: exercises.length, problems: found };
}

/** Returns what exercises may point at: an exercise doesn't vouch for its own references. */
function whatIsKnown({ cards }: Deck): Surroundings {
  const others = cards.filter(({ kind }) => kind !== "exercise");
  return {
    cards: new Set(others.flatMap(({ id, note }) => [id, note])),
    chapters: new Set(others.map(({ chapter }) => chapter)),
  };
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

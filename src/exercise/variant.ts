import type { Exercise, ExerciseFile } from "../card/exercise.ts";

/** A broken job as it is handed out. */
export interface Variant {
  /** `job`, or the name of the mutant. */
  readonly name: string;
  /** What is handed out: without the header of a mutant. */
  readonly file: ExerciseFile;
  /** The kind of fix that it needs. */
  readonly fixKind: string;
  /** The seed of the data that its runs are fed with: other data each time. */
  readonly data: number;
}

/**
 * Returns the broken job for the next attempt: first the job itself, on later reviews mutants too, in turn, and never one
 * that needs the same kind of fix as the exercise that was done last, if there is another.
 */
export function variantFor(exercise: Exercise, attempts: number, lastFixKind: string | null): Variant {
  const all = variantsOf(exercise);
  const [first] = all;
  const inTurn = [...all.slice(attempts % all.length), ...all.slice(0, attempts % all.length)];
  const chosen =
    attempts === 0 ? first : (inTurn.find(({ fixKind }) => fixKind !== lastFixKind) ?? inTurn[0]);
  return { ...(chosen ?? first), data: attempts + 1 };
}

/** Returns the broken job that was handed out under a name, with the seed of its data; `null` if there is none any more. */
export function variantNamed(exercise: Exercise, name: string, data: number): Variant | null {
  const found = variantsOf(exercise).find((variant) => variant.name === name);
  return found === undefined ? null : { ...found, data };
}

function variantsOf(
  exercise: Exercise,
): readonly [Omit<Variant, "data">, ...(readonly Omit<Variant, "data">[])] {
  const mutants = exercise.mutants.flatMap(({ variant, path, text }) =>
    variant === null
      ? []
      : [{ name: nameOf(path), file: { path, text: withoutHeader(text) }, fixKind: variant }],
  );
  return [{ name: "job", file: exercise.job, fixKind: exercise.fixKind }, ...mutants];
}

function nameOf(path: string): string {
  return path.replace(/^.*\//u, "").replace(/\.ts$/u, "");
}

const HEADER = /^\/\/ (?:expect|variant|(?:say|trade-off)\.(?:zh|en)): .*\r?\n(?:\/\/.*\r?\n)*\s*/u;

/** Returns a program of an exercise without the comment at its head that tells its author's mind: nobody is handed the answer. */
export function withoutHeader(text: string): string {
  return text.replace(HEADER, "");
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { Failure } from "../base/failure.ts";
import type { Exercise, ExerciseFile } from "../card/exercise.ts";
import { makeFolder } from "./make-folder.ts";
import type { Places } from "./places.ts";
import { replaceFile } from "./replace-file.ts";
import { sha256 } from "./sha256.ts";
import { reasonOf, unlessMissing } from "./system-error.ts";

/** Returns a hash of every program of some exercises: other content is to be trusted anew. */
export function hashOfPrograms(exercises: readonly Exercise[]): string {
  const programs = exercises.map((exercise) => [
    exercise.id,
    programsOf(exercise).map(({ path, text }) => [path, text]),
  ]);
  return sha256(JSON.stringify(programs));
}

/** Tells whether the learner has trusted programs of this hash. Throws the Failure `file-read`. */
export function isTrusted(places: Places, hash: string): boolean {
  return trustedHashes(fileOf(places)).includes(hash);
}

/** Remembers that the learner trusts programs of this hash. Throws the Failure `file-write`. */
export function trust(places: Places, hash: string): void {
  const file = fileOf(places);
  const hashes = trustedHashes(file);
  if (hashes.includes(hash)) return;
  try {
    makeFolder(dirname(file));
    replaceFile(file, `${[...hashes, hash].join("\n")}\n`);
  } catch (error) {
    throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
  }
}

function programsOf({ job, scene, check, solutions, mutants }: Exercise): readonly ExerciseFile[] {
  return [job, scene, check, ...solutions, ...mutants];
}

function fileOf({ data }: Places): string {
  return join(data, "trusted");
}

function trustedHashes(file: string): readonly string[] {
  try {
    const text = unlessMissing(() => readFileSync(file, "utf8")) ?? "";
    return text.split("\n").filter((line) => line !== "");
  } catch (error) {
    throw new Failure({ code: "file-read", data: { file, reason: reasonOf(error) } }, error);
  }
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Exercise } from "../card/exercise.ts";
import { makeFolder } from "./make-folder.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";
import { replaceFile } from "./replace-file.ts";
import { sha256 } from "./sha256.ts";
import { hashOfPrograms } from "./trusted-exercises.ts";

/** What was worked out about an exercise, a text a name. */
type Kept = Readonly<Record<string, string>>;

/** A file of the cache that is read and written whole. */
export interface KeptTexts {
  /** Returns what is kept; `null` if nothing is, or it can't be read. */
  readonly read: () => Kept | null;
  /** Keeps it, if the disk lets it. */
  readonly write: (kept: Kept) => void;
}

/** Returns where the signatures of the mutants of an exercise are kept: other programs or other data have another file. */
export function signatureCache(cache: string, exercise: Exercise, data: number): KeptTexts {
  const key = sha256(JSON.stringify([PROGRAM_STAMP, hashOfPrograms([exercise]), data]));
  const file = join(cache, "exercises", `${key}.json`);
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(file, "utf8")) as Kept;
      } catch {
        return null;
      }
    },
    write: (kept) => {
      try {
        makeFolder(dirname(file));
        replaceFile(file, JSON.stringify(kept));
      } catch {
        // A cache that can't be written is worked out again.
      }
    },
  };
}

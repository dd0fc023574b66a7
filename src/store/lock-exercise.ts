import { join } from "node:path";

import { Failure } from "../base/failure.ts";
import { takeLock, type Lock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { reasonOf } from "./system-error.ts";

/**
 * Takes the workspace of an exercise below `exercises`: two that mend the same job would each keep what they know of the
 * attempt, and lose what the other has seen. Throws the Failures `locked` and `file-write`.
 */
export function lockExercise(exercises: string, id: string): Lock {
  const folder = join(exercises, id);
  const file = join(folder, "lock");
  try {
    makeFolder(folder);
    return takeLock(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
  }
}

import { realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { syncFolder } from "./sync-folder.ts";
import { unlessMissing } from "./system-error.ts";

/** How the name of a file ends that was not finished, because its writer died. */
export const UNFINISHED = ".unfinished";

/**
 * Puts `content` in the place of a file: after a crash the file holds either the old content or the new one. A link is
 * followed, so that a file kept elsewhere stays there. Throws what the system throws; the old file is then untouched.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const target = unlessMissing(() => realpathSync(path)) ?? path;
  // A name of its own for every writer: two that shared one could publish each other's half.
  const unfinished = `${target}.${crypto.randomUUID()}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, content, { flag: "wx", flush: true });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

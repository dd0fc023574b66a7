import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { unlessMissing } from "./system-error.ts";

/** How the name of a file ends that was not finished, because its writer died. */
export const UNFINISHED = ".unfinished";

/**
 * Puts `text` in the place of a file: after a crash the file holds either the old text or the new one. A link is
 * followed, so that a file kept elsewhere stays there. Throws what the system throws; the old file is then untouched.
 */
export function replaceFile(path: string, text: string): void {
  const target = unlessMissing(() => realpathSync(path)) ?? path;
  // A name of its own for every writer: two that shared one could publish each other's half.
  const unfinished = `${target}.${randomBytes(6).toString("hex")}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, text, { flag: "wx", flush: true });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

/** Makes the names in a folder outlive a crash of the machine, where the system can do that. */
export function syncFolder(folder: string): void {
  // Windows can't open a folder, and keeps its names by itself.
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

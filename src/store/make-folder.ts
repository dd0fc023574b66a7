import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

import { syncFolder } from "./sync-folder.ts";
import { codeOf } from "./system-error.ts";

/**
 * Makes a folder and those above it, where they aren't there yet; they outlive a crash. Throws what the system throws.
 *
 * Node's own recursive mkdir never returns where a folder can't be made although the one above is there (in /proc).
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
    syncFolder(above);
  } catch (error) {
    // Somebody else may have been faster; a file in its place is an error.
    if (codeOf(error) !== "EEXIST" || !isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

import { closeSync, fsyncSync, openSync } from "node:fs";

import { codeOf } from "./system-error.ts";

/** Makes the names in a folder outlive a crash of the machine, where the system can do that. Throws if the disk fails. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    // Windows can't open a folder, and some file systems keep names by themselves and won't be asked to.
    if (codeOf(error) === "EIO") throw error;
  }
}

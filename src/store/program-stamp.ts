import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

let stamp: string | null = null;

/**
 * Returns a hash of the program that runs. What was computed by another one is computed anew, so that no release
 * has to remember to say that its results differ.
 */
export function programStamp(): string {
  stamp ??= createHash("sha256")
    .update(readFileSync(import.meta.filename))
    .digest("hex")
    .slice(0, 16);
  return stamp;
}

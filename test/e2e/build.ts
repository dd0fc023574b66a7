import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

let built: Promise<unknown> | null = null;

/** Builds the program, once for all tests that run it, so that what runs is what the sources say. */
export async function buildProgram(): Promise<void> {
  built ??= promisify(execFile)(process.execPath, [
    fileURLToPath(new URL("../../.ci/build.mjs", import.meta.url)),
  ]);
  await built;
}

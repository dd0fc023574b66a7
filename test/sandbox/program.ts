import { copyFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { inject } from "vitest";

import { buildProgram } from "../e2e/build.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** A folder with what runs exercises: a copy, for other tests build the program anew meanwhile. */
export const BUILT = mkdtempSync(join(inject("scratch"), "built-"));

let copied: Promise<void> | null = null;

/** Builds the program and copies what runs exercises to `BUILT`, once for all tests of a worker. */
export async function buildRunner(): Promise<void> {
  copied ??= buildProgram().then(copyRunner);
  await copied;
}

async function copyRunner(): Promise<void> {
  for (const name of ["exercise-child.js", "exercise-stage.js", "exercise-jury.js"]) await copyBuilt(name);
}

/** Between two renames of another build there is nothing to be copied. */
async function copyBuilt(name: string, patience = 50): Promise<void> {
  try {
    copyFileSync(join(DIST, name), join(BUILT, name));
  } catch (error) {
    if (patience === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await copyBuilt(name, patience - 1);
  }
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll } from "vitest";

/** The file of the command. */
export const COMMAND = fileURLToPath(new URL("../../../src/engine/testing/engine.ts", import.meta.url));

/** Runs the command in a process of its own, in a plain locale. */
export function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, LC_ALL: "C", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

/** Returns what writes a job file into a folder that is there as long as the tests of a file. */
export function jobFolder(): (name: string, code: string) => string {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return (name, code) => {
    const file = join(folder, name);
    writeFileSync(file, code);
    return file;
  };
}

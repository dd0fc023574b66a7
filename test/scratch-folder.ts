import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what outlives a file of tests, for the workers aren't isolated; removed after the last test. */
    readonly scratch: string;
  }
}

/** Provides the folder to all tests, and removes it once they are over. */
export function setup(project: TestProject): () => void {
  const scratch = mkdtempSync(join(tmpdir(), "sluice-test-"));
  project.provide("scratch", scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}

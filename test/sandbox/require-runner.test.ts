import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { Failure } from "../../src/base/failure.ts";
import { ChildSession } from "../../src/sandbox/child-session.ts";
import { LEARNER_LIMITS } from "../../src/sandbox/limits.ts";
import { requireRunner } from "../../src/sandbox/require-runner.ts";

/** Returns a folder with these files, which are empty. */
function folderWith(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "sluice-runner-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) writeFileSync(join(folder, name), "");
  return folder;
}

describe("what runs exercises", () => {
  test("is required before a process is started from it", () => {
    const folder = folderWith(["exercise-child.js", "exercise-stage.js"]);
    const file = join(folder, "exercise-jury.js");
    const start = (): ChildSession => new ChildSession(folder, LEARNER_LIMITS);
    expect(start).toThrow(Failure);
    expect(start).toThrow(
      expect.objectContaining({ facts: { code: "file-read", data: { file, reason: expect.any(String) } } }),
    );
  });

  test("is three files, and a shell but on Windows", () => {
    const folder = folderWith(["exercise-child.js", "exercise-stage.js", "exercise-jury.js"]);
    for (const platform of ["linux", "win32"]) expect(() => requireRunner(folder, platform)).not.toThrow();
  });
});

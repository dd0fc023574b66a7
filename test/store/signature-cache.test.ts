import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { signatureCache } from "../../src/store/signature-cache.ts";
import { anExercise, mutant, RIGHT_JOB } from "../sandbox/an-exercise.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

const KEPT = { "job.ts": "one", "mutants/same.ts": "other" };

describe("the cache of signatures", () => {
  test("keeps what was worked out, and has nothing before", () => {
    const folder = scratchFolder();
    expect(signatureCache(folder, anExercise(), 1).read()).toBeNull();
    signatureCache(folder, anExercise(), 1).write(KEPT);
    expect(signatureCache(folder, anExercise(), 1).read()).toEqual(KEPT);
  });

  test.each([
    ["other data", anExercise(), 2],
    ["another job", anExercise({ job: { path: "job.ts", text: RIGHT_JOB } }), 1],
    ["another scene", anExercise({ scene: { path: "scene.ts", text: "" } }), 1],
    ["another check", anExercise({ check: { path: "check.ts", text: "" } }), 1],
    ["another mutant", anExercise({ mutants: [mutant("mutants/same.ts", "return 0;")] }), 1],
  ])("has nothing of %s", (_, exercise, data) => {
    const folder = scratchFolder();
    signatureCache(folder, anExercise(), 1).write(KEPT);
    expect(signatureCache(folder, exercise, data).read()).toBeNull();
  });

  test("has nothing where its file is damaged", () => {
    const folder = scratchFolder();
    signatureCache(folder, anExercise(), 1).write(KEPT);
    const [name = ""] = readdirSync(join(folder, "exercises"));
    writeFileSync(join(folder, "exercises", name), '{"job.ts": "on');
    expect(signatureCache(folder, anExercise(), 1).read()).toBeNull();
  });

  test("does without where nothing can be written", () => {
    const folder = scratchFolder();
    writeFiles(folder, { exercises: "a file where a folder should be" });
    const cache = signatureCache(folder, anExercise(), 1);
    cache.write(KEPT);
    expect(cache.read()).toBeNull();
  });
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { hashOfPrograms, isTrusted, trust } from "../../src/store/trusted-exercises.ts";
import { anExercise, mutant, RIGHT_JOB } from "../sandbox/an-exercise.ts";
import { failureOf } from "./failures.ts";
import { scratchPlaces } from "./scratch.ts";

describe("exercises that are trusted", () => {
  test("are those that the learner has said yes to, and stay so", () => {
    const places = scratchPlaces();
    expect(isTrusted(places, "one")).toBe(false);
    trust(places, "one");
    trust(places, "two");
    expect(["one", "two", "on", ""].map((hash) => isTrusted(places, hash))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test.each([
    ["job", { job: { path: "job.ts", text: RIGHT_JOB } }],
    ["scene", { scene: { path: "scene.ts", text: "" } }],
    ["check", { check: { path: "check.ts", text: "" } }],
    ["solution", { solutions: [] }],
    ["mutant", { mutants: [mutant("mutants/same.ts", "return 0;")] }],
    ["id", { id: "x1-02" }],
  ])("are to be trusted anew with another %s", (_, given) => {
    expect(hashOfPrograms([anExercise(given)])).not.toBe(hashOfPrograms([anExercise()]));
  });

  test("are the same with another title", () => {
    const other = anExercise({ title: { zh: "二倍", en: "Twice" } });
    expect(hashOfPrograms([other])).toBe(hashOfPrograms([anExercise()]));
  });

  test("can't be told where the list can't be read or written", () => {
    const places = scratchPlaces();
    mkdirSync(join(places.data, "trusted"), { recursive: true });
    expect(failureOf(() => isTrusted(places, "one")).code).toBe("file-read");
    expect(failureOf(() => trust(places, "one")).code).toBe("file-read");
  });
});

import { describe, expect, test } from "vitest";

import type { Failure } from "../../src/base/failure.ts";
import { findExercise } from "../../src/cli/find-exercise.ts";
import { anExercise } from "../exercise/an-exercise.ts";

const exercises = [
  anExercise({ id: "c6-01", folder: "deck/exercises/c6-01-twice" }),
  anExercise({ id: "c6-02", folder: "deck/exercises/c6-02-too-soon" }),
];

describe("an exercise that is asked for", () => {
  test.each(["c6-02", "C6-02", "c6-02-too-soon"])("goes by %s", (name) => {
    expect(findExercise(exercises, name).id).toBe("c6-02");
  });

  test.each([
    ["c6-03", "c6-01"],
    ["c6", null],
  ])("may be unknown, and then the nearest one is told: %s", (id, near) => {
    expect(() => findExercise(exercises, id)).toThrow(
      expect.objectContaining({ facts: { code: "exercise-unknown", data: { id, near } } }) as Failure,
    );
  });
});

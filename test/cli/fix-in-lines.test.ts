import { describe, expect, test } from "vitest";

import { Failure } from "../../src/base/failure.ts";
import { fixInLines, judgedIn } from "../../src/cli/fix-in-lines.ts";
import { anExercise } from "../sandbox/an-exercise.ts";
import { scratchFolder } from "../store/scratch.ts";
import { aContext } from "./a-context.ts";

describe("a talk about a job that has come to no verdict", () => {
  test("fails by the name of the file that is gone", () => {
    const file = "/data/exercises/c6-02/job.ts";
    const end = { how: "input-ended", file, judged: null, recorded: null } as const;
    const facts = { code: "file-read", data: { file, reason: "ENOENT" } } as const;
    expect(() => judgedIn(end)).toThrow(new Failure(facts));
  });

  test("rejects where nothing can run jobs", async () => {
    const { context } = aContext();
    const exercise = anExercise();
    const lines = {
      next: () => Promise.resolve(null),
      pausedFor: (run: () => Promise<void>) => run(),
      signal: new AbortController().signal,
      close: () => {},
    };
    const nowhere = { ...context, program: scratchFolder() };
    const talk = fixInLines(nowhere, { exercise, exercises: [exercise] }, lines);
    await expect(talk).rejects.toMatchObject({ facts: { code: "file-read" } });
  });
});

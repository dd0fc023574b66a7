import { beforeAll, describe, expect, test } from "vitest";

import type { Exercise } from "../../src/card/exercise.ts";
import { redrawPictures } from "../../src/cli/exercise-pictures.ts";
import { aJob, anExercise } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

beforeAll(buildRunner, 60_000);

const TEXT = "# Doubled\n\n```text picture=strip seed=0\nas it was\n```\n\nMore.\n";

async function redrawn(given: Partial<Exercise> = {}, text = TEXT) {
  const exercise = anExercise(given);
  const files = [exercise.job, { path: "exercise.en.md", text }];
  return await redrawPictures(BUILT, { exercise, files });
}

describe("the pictures of an exercise", () => {
  test("are drawn anew where a run of today shows something else", async () => {
    const first = await redrawn();
    expect(first.stale.map(({ code, place }) => [code, place.line])).toEqual([["exercise-picture-stale", 3]]);
    expect(first.empty).toEqual([]);
    expect(first.redrawn[0]?.text).toMatch(
      /^# Doubled\n\n```text picture=strip seed=0\n[^`]+\n```\n\nMore\.\n$/u,
    );
    expect(await redrawn({}, first.redrawn[0]?.text)).toEqual({ redrawn: [], stale: [], empty: [] });
  });

  test.each(["strip", "sweep", "divergence"])(
    "stay as they are, and are a problem, where the job can't be played: %s",
    async (picture) => {
      const job = { path: "job.ts", text: aJob("return value;", "throw new Error('no');") };
      const { redrawn: texts, stale, empty } = await redrawn({ job }, TEXT.replace("strip", picture));
      expect([texts, stale]).toEqual([[], []]);
      expect(empty.map(({ code, place, data }) => [code, place.line, data])).toEqual([
        ["exercise-picture-empty", 3, { picture }],
      ]);
    },
  );
});

import { describe, expect, test } from "vitest";

import type { Exercise, ExerciseText } from "../../../src/card/exercise.ts";
import { judgeTexts } from "../../../src/exercise/gate/judge-texts.ts";
import { anExercise, aJob } from "../../sandbox/an-exercise.ts";

const KNOWN = { cards: new Set(["c1-known"]), chapters: new Set(["1"]) };

function complaints(given: Partial<Exercise>, more: readonly string[] = []): readonly string[] {
  const [first, ...others] = anExercise().mutants;
  const mutants = first === undefined ? [] : [{ ...first, variant: "another" }, ...others];
  const exercise = anExercise({ mutants, ...given });
  const { job, scene, check, solutions } = exercise;
  const files = [job, scene, check, ...solutions, ...more.map((path) => ({ path, text: "" }))];
  return judgeTexts({ exercise, files }, KNOWN).map(({ code }) => code);
}

function withText(given: Partial<ExerciseText>): Partial<Exercise> {
  const { zh, en } = anExercise().texts;
  if (zh === undefined || en === undefined) throw new Error("it has both");
  return { texts: { zh, en: { ...en, ...given } } };
}

describe("the gate for the texts of an exercise", () => {
  test("lets through what is as it should be", () => {
    expect(complaints({ cards: ["c1-known"] })).toEqual([]);
  });

  test.each<[string, Partial<Exercise>, string]>([
    ["two hints only", withText({ hints: ["Look.", "Mend."] }), "exercise-hints-few"],
    [
      "a hint that tells the solution too soon",
      {
        ...withText({ hints: ["Use a KeyedStream.", "Think.", "Write it."] }),
        solutions: [{ path: "solution.ts", text: aJob("return new KeyedStream(value);"), tradeOff: null }],
      },
      "exercise-hint-tells",
    ],
    [
      "two right options",
      withText({
        rootCause: {
          question: "?",
          options: Array.from({ length: 4 }, () => ({ text: "a", standing: "right" })),
        },
      }),
      "exercise-cause-options",
    ],
    ["a text in one language", { texts: { en: anExercise().texts.en ?? never() } }, "exercise-text-missing"],
    [
      "a solution that is another program",
      { solutions: [{ path: "solution.ts", text: "line\n".repeat(60), tradeOff: null }] },
      "exercise-diff-large",
    ],
    ["a card that isn't there", { cards: ["c1-gone"] }, "exercise-card-unknown"],
    ["a chapter that isn't there", { chapter: "12" }, "exercise-chapter-unknown"],
    ["a folder with another name", { folder: "deck/exercises/doubled" }, "exercise-folder-name"],
  ])("holds back %s", (_, given, code) => {
    expect(complaints(given)).toEqual([code]);
  });

  test("holds back wrong fixes that are too few, and of one kind", () => {
    expect(complaints({ mutants: [] })).toEqual(["exercise-mutants-few", "exercise-kinds-few"]);
  });

  test("holds back files that are no part of an exercise", () => {
    expect(complaints({}, ["notes.txt", "mutants/ok.ts", "solution.alt-other.ts"])).toEqual([
      "exercise-file-stray",
    ]);
  });

  test("lets the last hint tell all", () => {
    const solutions = [{ path: "solution.ts", text: aJob("return new KeyedStream(value);"), tradeOff: null }];
    expect(complaints({ ...withText({ hints: ["Look.", "Think.", "A KeyedStream."] }), solutions })).toEqual(
      [],
    );
  });
});

function never(): never {
  throw new Error("it has both");
}

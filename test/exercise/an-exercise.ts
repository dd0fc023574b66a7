import type { Exercise } from "../../src/card/exercise.ts";

/** An exercise with nothing special about it. */
export function anExercise(changes: Partial<Exercise>): Exercise {
  return {
    id: "c6-02",
    folder: "deck/exercises/c6-02-too-soon",
    title: { zh: "提交得太早", en: "Committed too soon" },
    chapter: "6",
    difficulty: 4,
    par: 18,
    cards: [],
    fixKind: "commit-protocol",
    budget: { steps: 2000, time: 60_000, allocations: 10_000 },
    texts: {},
    job: { path: "job.ts", text: "" },
    scene: { path: "scene.ts", text: "" },
    check: { path: "check.ts", text: "" },
    solutions: [],
    mutants: [],
    ...changes,
  };
}

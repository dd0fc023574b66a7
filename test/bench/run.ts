import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { exportFigure, importMemoryFigure, packageFigure } from "./anki.ts";
import { answerFigure } from "./answer.ts";
import { sweepFigure } from "./engine-sweep.ts";
import { tracingFigure } from "./engine-tracing.ts";
import { exchangeFigure, memoryFigure, windowFigure } from "./engine.ts";
import { exerciseFigures } from "./exercises.ts";
import { manyNotesFigures, reviewMemoryFigure } from "./many-notes.ts";
import { compileFigure, matchFigure } from "./notes.ts";
import { report, type Figure } from "./pairs.ts";
import { timeInTerminal, timeOfRun, timeToText } from "./processes.ts";

const PROGRAM = fileURLToPath(new URL("../../dist/sluice.js", import.meta.url));
const PAIRS = 15;

const folder = mkdtempSync(join(tmpdir(), "sluice-bench-"));
const start = [PROGRAM, "--data", join(folder, "data"), "--lang", "en"];

/** The speed that sluice promises, each measured beside what it is held against. */
const figures: readonly Figure[] = [
  {
    name: "first frame with our deck / bare Node",
    atMost: 4,
    measure: async () => [await timeToText(start, "Today"), await timeInTerminal(["-e", "0"])],
  },
  {
    name: "due --json / bare Node",
    atMost: 1.5,
    measure: async () => [
      await timeOfRun([PROGRAM, "due", "--json", "--data", join(folder, "data")]),
      await timeOfRun(["-e", "0"]),
    ],
  },
  ...manyNotesFigures(PROGRAM, join(folder, "many")),
  answerFigure(join(folder, "answers")),
  windowFigure,
  exchangeFigure,
  sweepFigure,
  packageFigure(),
  exportFigure(PROGRAM, join(folder, "export")),
];

/** The difference is so small that it takes more pairs to see whether there is one. */
const figuresOfLittle: readonly Figure[] = [tracingFigure()];

/** Their work takes half a minute, and memory doesn't vary with the load of the machine: one pair is enough. */
const figuresOfMemory: readonly Figure[] = [
  memoryFigure,
  importMemoryFigure(PROGRAM, join(folder, "import")),
  reviewMemoryFigure(PROGRAM, join(folder, "many")),
];

/** A pair runs every exercise. */
const figuresOfExercises = await exerciseFigures(join(folder, "exercises"));

const wanted = process.argv.slice(2).join(" ");
let failed = 0;
for (const [group, pairs] of [
  [figures, PAIRS],
  [figuresOfLittle, 21],
  [figuresOfMemory, 1],
  [figuresOfExercises, 5],
  [[compileFigure(), matchFigure()], 3],
] as const) {
  for (const figure of group.filter(({ name }) => name.includes(wanted))) {
    if (!(await report(figure, pairs))) failed += 1;
  }
}
rmSync(folder, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { answerFigure } from "./answer.ts";
import { memoryFigure, windowFigure } from "./engine.ts";
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
  answerFigure(join(folder, "answers")),
  windowFigure,
];

const wanted = process.argv.slice(2).join(" ");
let failed = 0;
for (const figure of figures.filter(({ name }) => name.includes(wanted))) {
  if (!(await report(figure, PAIRS))) failed += 1;
}
// One pair takes half a minute, and memory doesn't vary with the load of the machine.
if (memoryFigure.name.includes(wanted) && !(await report(memoryFigure, 1))) failed += 1;
rmSync(folder, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);

import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

import { disarm } from "./disarm.ts";
import { ExerciseBench } from "./exercise-bench.ts";
import { Lines } from "./lines.ts";

/** The program that runs in the child: takes orders until the parent has gone. */
const lines = new Lines();
const bench = new ExerciseBench({
  stage: readBundle("exercise-stage.js"),
  jury: readBundle("exercise-jury.js"),
  answer: (answer) => lines.write(answer),
});
// What a job leaves behind in a promise is its own affair until its checks have ended.
process.on("unhandledRejection", () => {});
// The parent is still busy with the exercise: what takes time here is done before it is asked for.
stripTypeScriptTypes("");
await bench.furnish();
disarm();
for (let line = lines.read(); line !== null; line = lines.read()) await bench.obey(line);

function readBundle(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

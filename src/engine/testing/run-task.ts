import { numberField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import type { Played, Scenario } from "./scenario.ts";
import type { TaskCheckpointMode } from "./task-checkpoints.ts";
import { TaskHarness } from "./task-harness.ts";
import { encodeTimes } from "./times.ts";

/** Plays a scenario of kind `task`: what a task with its channels puts out, step by step. */
export function runTask({ pipeline = {}, script = [] }: Scenario): Played {
  const task = new TaskHarness({
    inputs: numberField(pipeline, "inputs", 1),
    channels: numberField(pipeline, "channels"),
    mode: modeOf(pipeline),
    alignmentTimeout: numberField(pipeline, "alignmentTimeout", 0),
  });
  const steps = script.map((step) => ({ out: task.play(step).map(encodeRow) }));
  return { type: "steps", steps };
}

function encodeRow(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, encodeTimes(value)]));
}

function modeOf({ mode }: JsonObject): TaskCheckpointMode["mode"] {
  return mode === "atLeastOnce" || mode === "unaligned" ? mode : "exactlyOnce";
}

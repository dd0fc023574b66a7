import * as engine from "../../engine/index.ts";
import { BudgetExceededException, type Budget } from "../../engine/runtime/cluster/budget.ts";
import { jsonText, valueOfJson } from "../../exercise/json.ts";
import { playScene } from "../../exercise/play-scene.ts";
import type { RunRequest } from "../../exercise/run.ts";
import type { Scene } from "../../exercise/scene.ts";
import type { Played, StagedRun } from "./played.ts";
import { closeWorld, OutputExceededError, saidText, startSaying } from "./stage-world.ts";
import { thrownFault } from "./thrown-fault.ts";

/**
 * What is evaluated inside the context of a job: the engine, which the job sees as "sluice/flink", and what plays the
 * job in its scene. Strings go in, strings come out.
 */
export * as flink from "../../engine/index.ts";

/** What `scene.ts` and `job.ts` export. */
interface StagedModules {
  readonly scene: { readonly scene?: Scene<unknown, unknown, unknown> };
  readonly job: { readonly job?: unknown };
}

closeWorld(Object.values(engine));

/** Returns the elements that a request feeds the job with, as JSON. */
export function input({ scene }: StagedModules, runText: string): string {
  const { request } = stagedRun(runText);
  return answer(() => {
    const elements = typeof request.input === "number" ? sceneOf(scene).input(request.input) : request.input;
    return { type: "input", elements };
  });
}

/** Plays the job once, as a `StagedRun` in JSON says; returns a `Played` as JSON. Never throws. */
export function play({ scene, job }: StagedModules, runText: string): string {
  const { request, budget } = stagedRun(runText);
  startSaying();
  return answer(() => ({
    type: "played",
    result: playScene(sceneOf(scene), exportOf(job.job, "job.ts", "job"), request, budget),
    said: saidText(),
  }));
}

function answer(happen: () => Played): string {
  try {
    return jsonText(happen());
  } catch (error) {
    return jsonText(ended(error));
  }
}

function ended(error: unknown): Played {
  if (error instanceof BudgetExceededException)
    return { type: "exceeded", limit: error.limit, message: error.message };
  if (error instanceof OutputExceededError)
    return { type: "exceeded", limit: "output", message: error.message };
  return { type: "threw", fault: thrownFault("job.ts", error) };
}

function sceneOf({ scene }: StagedModules["scene"]): Scene<unknown, unknown, unknown> {
  return exportOf(scene, "scene.ts", "scene");
}

function exportOf<Value>(value: Value | undefined, file: string, name: string): Value {
  if (value === undefined) throw new TypeError(`${file} must export ${name}`);
  return value;
}

function stagedRun(text: string): StagedRun {
  return valueOfJson(text) as { readonly request: RunRequest; readonly budget: Budget };
}

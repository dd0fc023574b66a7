import { canonicalJson, deepEqual, type Json, type JsonObject } from "./json.ts";
import type { Comparison, Golden, Played, PlayedStep, Scenario } from "./scenario.ts";

/** What became of one scenario. `step` counts from 0 and is null where the difference is not one of a step. */
export interface CheckedScenario {
  readonly id: string;
  readonly status: "passed" | "failed" | "skipped";
  readonly step: number | null;
  readonly expected: Json;
  readonly actual: Json;
}

/** Returns whether a scenario that was played came out as in its golden file, and if not, the first difference. */
export function compareWithGolden(scenario: Scenario, golden: Golden, played: Played): CheckedScenario {
  switch (played.type) {
    case "not-built":
      return verdict(scenario, "skipped");
    case "result":
      return compareResults(scenario, golden.result ?? null, played.result);
    case "steps":
      return compareSteps(scenario, golden.steps ?? [], played.steps);
  }
}

/** Returns the verdict on a scenario that could not be compared. */
export function verdict(
  scenario: Scenario,
  status: CheckedScenario["status"],
  actual: Json = null,
): CheckedScenario {
  return { id: scenario.id, status, step: null, expected: null, actual };
}

function compareResults(scenario: Scenario, expected: Json, actual: Json): CheckedScenario {
  if (deepEqual(expected, actual)) return verdict(scenario, "passed");
  return { id: scenario.id, status: "failed", step: null, expected, actual };
}

function compareSteps(
  scenario: Scenario,
  expected: readonly PlayedStep[],
  actual: readonly PlayedStep[],
): CheckedScenario {
  const comparison = scenario.compare ?? "exact";
  for (let step = 0; step < Math.max(expected.length, actual.length); step++) {
    const [wanted, found] = [
      visible(expected[step], comparison),
      visible(actual[step], comparison, expected[step]),
    ];
    if (!deepEqual(wanted, found)) {
      return { id: scenario.id, status: "failed", step, expected: wanted, actual: found };
    }
  }
  return verdict(scenario, "passed");
}

/** Returns the part of a step that is compared; golden steps without `obs` do not ask for it. */
function visible(step: PlayedStep | undefined, comparison: Comparison, golden = step): Json {
  if (step === undefined) return null;
  const seen: { out: Json; obs?: JsonObject; error?: string } = {
    out: comparison === "outUnordered" ? sorted(step.out) : step.out,
  };
  if (step.error !== undefined) seen.error = step.error;
  if (comparison !== "out" && golden?.obs !== undefined && step.obs !== undefined) seen.obs = step.obs;
  return { ...seen };
}

function sorted(rows: readonly Json[]): Json {
  return rows.map(canonicalJson).sort();
}

import { type CheckedScenario, compareWithGolden, verdict } from "./comparison.ts";
import { drivers } from "./drivers.ts";
import type { Golden, Scenario } from "./scenario.ts";

/** Plays a scenario and compares it with what real Flink made of it. What nobody here can play is skipped. */
export function checkScenario(scenario: Scenario, golden: Golden | undefined): CheckedScenario {
  const play = drivers[scenario.kind];
  if (play === undefined) return verdict(scenario, "skipped");
  if (golden === undefined) return verdict(scenario, "failed", "There is no golden file.");
  try {
    return compareWithGolden(scenario, golden, play(scenario));
  } catch (error) {
    return verdict(
      scenario,
      "failed",
      error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    );
  }
}

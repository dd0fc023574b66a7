import { textOf } from "./collections.ts";
import { operatorMakers } from "./operator-makers.ts";
import { OperatorPlayer } from "./operator-player.ts";
import type { Played, PlayedStep, Scenario } from "./scenario.ts";

/** Plays a scenario of kind `operator`: one operator in its test environment, as all its instances. */
export function runOperator(scenario: Scenario): Played {
  const { pipeline = {} } = scenario;
  const makeOperator = operatorMakers.get(textOf(pipeline["op"] ?? null));
  if (makeOperator === undefined) return { type: "not-built" };
  const player = new OperatorPlayer(makeOperator(pipeline));
  const steps: PlayedStep[] = [];
  for (const step of scenario.script ?? []) {
    const played = player.play(step);
    steps.push(played);
    if (played.error !== undefined && scenario.continueAfterError !== true) break;
  }
  return { type: "steps", steps };
}

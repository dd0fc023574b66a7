import type { RestartStrategyOptions } from "../cluster/restart-backoff-time-strategy.ts";
import { createRestartStrategy } from "../cluster/restart-strategies.ts";
import { numberOf } from "./arithmetic.ts";
import { listField, numberField, objectField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";

/** Plays `restart`: what a strategy makes of each failure. */
export function runRestart(pipeline: JsonObject): Json {
  const strategy = createRestartStrategy(optionsOf(objectField(pipeline, "strategy")));
  return listField(pipeline, "failuresAt").map((failure) => {
    const at = numberOf(failure);
    const newAttempt = strategy.notifyFailure(at);
    const canRestart = strategy.canRestart(at);
    return { at, newAttempt, canRestart, backoff: canRestart ? strategy.getBackoffTime(at) : null };
  });
}

function optionsOf(strategy: JsonObject): RestartStrategyOptions {
  const type = textField(strategy, "type");
  const option = (name: string) => numberField(strategy, name);
  switch (type) {
    case "none":
      return { type };
    case "fixedDelay":
      return { type, attempts: option("attempts"), delay: option("delay") };
    case "failureRate":
      return { type, max: option("max"), interval: option("interval"), delay: option("delay") };
    case "exponentialDelay":
      return {
        type,
        initial: option("initial"),
        max: option("max"),
        multiplier: option("multiplier"),
        resetAfter: option("resetAfter"),
        attempts: numberField(strategy, "attempts", Infinity),
      };
    default:
      throw new RangeError(`there is no restart strategy ${type}`);
  }
}

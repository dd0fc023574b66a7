import { DEFAULT_PARAMETERS, type Parameters } from "../schedule/parameters.ts";
import type { Context } from "./context.ts";

/** Returns the scheduling parameters that the configuration asks for. */
export function wantedParameters({ config }: Context): Parameters {
  return {
    ...DEFAULT_PARAMETERS,
    retention: config.retention,
    weights: config.weights ?? DEFAULT_PARAMETERS.weights,
    learningSteps: config.learningSteps,
    relearningSteps: config.relearningSteps,
  };
}

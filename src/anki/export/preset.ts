import { MINUTE } from "../../base/day.ts";
import type { Preset } from "../package/collection.ts";
import type { ExportRequest } from "./export-request.ts";

/** Anki knows our preset by this: it adds it once and never changes one that it has. */
const PRESET_ID = 1_735_689_600_001;

/** Returns the preset of our decks: FSRS with the learner's weights, and the limits of a day. */
export function presetOf({ parameters, limits }: ExportRequest, modified: number): Preset {
  return {
    id: PRESET_ID,
    name: "sluice",
    modified,
    weights: parameters.weights,
    retention: parameters.retention,
    learningSteps: parameters.learningSteps.map(minutes),
    relearningSteps: parameters.relearningSteps.map(minutes),
    newPerDay: limits.newPerDay,
    reviewsPerDay: limits.reviewsPerDay,
    maximumInterval: parameters.maximumInterval,
  };
}

function minutes(milliseconds: number): number {
  return milliseconds / MINUTE;
}

import { DAY } from "../base/day.ts";
import type { Memory, Phase, Rating } from "./memory.ts";
import type { Parameters } from "./parameters.ts";

/** A (re)learning step that a card waits for: its number, from 0, and how long it lasts, in milliseconds. */
export interface Step {
  readonly index: number;
  readonly delay: number;
}

/**
 * Returns the step that an answer leads to, or `null` if the card leaves the steps (or has none to go through).
 * Steps go as in Anki (manual, "Learning Steps"): `again` goes back to the first, `hard` repeats the present one,
 * `good` goes on to the next, `easy` leaves.
 */
export function stepAfter(memory: Memory | null, rating: Rating, parameters: Parameters): Step | null {
  const phase = memory?.phase ?? "learning";
  const steps = stepsOf(phase, parameters);
  if (rating === "again") return stepAt(steps, 0);
  if (rating === "easy" || phase === "review") return null;
  // The learner may have taken steps away since: a card on one of those stands on the last that is left.
  const present = Math.min(memory?.step ?? 0, steps.length - 1);
  if (rating === "good") return stepAt(steps, present + 1);
  return present === 0 ? hardOnFirst(steps) : stepAt(steps, present);
}

function stepsOf(phase: Phase, parameters: Parameters): readonly number[] {
  return phase === "learning" ? parameters.learningSteps : parameters.relearningSteps;
}

function stepAt(steps: readonly number[], index: number): Step | null {
  const delay = steps[index];
  return delay === undefined ? null : { index, delay };
}

/** `hard` on the first step lies between `again` and `good`; where `good` leaves the steps, it is half as long again. */
function hardOnFirst(steps: readonly number[]): Step | null {
  const [first, second] = steps;
  if (first === undefined) return null;
  const delay = second === undefined ? Math.min(first * 1.5, first + DAY) : (first + second) / 2;
  return { index: 0, delay: Math.round(delay) };
}

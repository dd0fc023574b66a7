import type { Exercise } from "../card/exercise.ts";
import { causeOrder } from "./cause-order.ts";
import type { Practice } from "./practice.ts";

/** Returns the option of the root-cause question that is shown at a place, both counted from 0; `undefined` if there is none. */
export function causeAt(exercise: Exercise, place: number): number | undefined {
  const counts = Object.values(exercise.texts).map(({ rootCause }) => rootCause.options.length);
  return causeOrder(exercise.id, Math.max(...counts))[place];
}

/** Returns what an option of the root-cause question is, counted from 0. */
export function standingOf(exercise: Exercise, option: number): "right" | "wrong" {
  const [text] = Object.values(exercise.texts);
  return text?.rootCause.options[option]?.standing ?? "wrong";
}

/**
 * Tells whether an attempt waits for the learner to say why the job was broken. Of a variant the author has said it, and
 * whoever was shown a solution knows: neither is asked.
 */
export function isCauseAsked({ stage, variant, exercise }: Practice): boolean {
  if (stage.type !== "explaining" || stage.cause !== null) return false;
  return stage.end === "passed" && variant.file === exercise.job;
}

import { hashOfText, seededRandom, shuffle } from "../base/random.ts";

/** Returns in which order the options of a root-cause question are shown: another for each exercise, always the same for one. */
export function causeOrder(exercise: string, options: number): readonly number[] {
  const indices = Array.from({ length: options }, (_, index) => index);
  return shuffle(indices, seededRandom(hashOfText(exercise)));
}

import { seededRandom } from "../../world/random.ts";

/**
 * Who goes next where the machines of a real cluster would decide by chance. Every choice gives a legal run; a right
 * program gives the same results with all of them.
 */
export interface Interleaving {
  /** Chooses one of so many who could take a step, from 0; the first has waited the longest. */
  readonly chooseActor: (count: number) => number;
  /** Chooses one of so many channels with data, from 0; the first has waited the longest. */
  readonly chooseChannel: (count: number) => number;
  /** How many steps the chosen one takes at most before the next choice. */
  readonly quantum: number;
  /** Returns a number in [0, 1), for what is random in Flink itself. */
  readonly random: () => number;
}

/** Everybody in turn, as long as a full buffer lasts; what is random in Flink is always the first choice. */
export function roundRobin(quantum: number): Interleaving {
  return { chooseActor: first, chooseChannel: first, quantum, random: () => 0 };
}

/** Anybody, step by step, by dice that the seed decides. */
export function seededInterleaving(seed: number): Interleaving {
  const random = seededRandom(seed);
  const choose = (count: number) => Math.floor(random() * count);
  return { chooseActor: choose, chooseChannel: choose, quantum: 1, random };
}

function first(): number {
  return 0;
}

import type { Exercise } from "../../src/card/exercise.ts";
import { judge, type Verdict } from "../../src/exercise/verdict.ts";
import { type ChildSession, startSession } from "../../src/sandbox/child-session.ts";
import { GATE_LIMITS, LEARNER_LIMITS, LEARNER_SEEDS } from "../../src/sandbox/limits.ts";
import { mutationsOf } from "./exercise-mutations.ts";
import { type KnownSurvivor, knownSurvivor, SURVIVORS } from "./known-survivors.ts";

/** What the checks of an exercise make of its mutated solution. */
export interface MutationScore {
  /** Mutations that some check has found. */
  readonly killed: number;
  /** Mutations that are programs, and get as far as being checked. */
  readonly viable: number;
  /** How many of these are known to do the same as the solution: no check could find them. */
  readonly equivalent: number;
  /** The others that no check has found, in words. */
  readonly survivors: readonly string[];
  /** What is said to survive, but was found, or is no mutation any more. */
  readonly stale: readonly string[];
}

/** Mutates the first solution of an exercise in every way, and has each of them judged. */
export async function mutationScore(program: string, exercise: Exercise): Promise<MutationScore> {
  const bench = new MutationBench(program, exercise);
  try {
    return await scoreAt(bench, exercise);
  } finally {
    bench.close();
  }
}

async function scoreAt(bench: MutationBench, exercise: Exercise): Promise<MutationScore> {
  const survivors: string[] = [];
  const unseen = new Set(SURVIVORS.filter(({ id }) => id === exercise.id));
  let [killed, viable, equivalent] = [0, 0, 0];
  for (const mutation of mutationsOf(exercise.solutions[0]?.text ?? "")) {
    const { status } = await bench.verdictOn(mutation.text);
    if (status === "compile" || status === "crash" || status === "timeout") continue;
    viable += 1;
    if (status === "fail") {
      killed += 1;
      continue;
    }
    const known = status === "pass" ? knownSurvivor(exercise.id, mutation) : undefined;
    if (known !== undefined) unseen.delete(known);
    if (known?.kind === "equivalent") equivalent += 1;
    else survivors.push(`${mutation.says} (${status}; ${reasonOf(known)})`);
  }
  return { killed, viable, equivalent, survivors, stale: [...unseen].map(({ says }) => says) };
}

function reasonOf(known: KnownSurvivor | undefined): string {
  return known === undefined ? "unknown" : `free: ${known.because}`;
}

/** Judges one mutation after the other; one that ends its child costs the others nothing but a new one. */
class MutationBench {
  readonly #program: string;
  readonly #exercise: Exercise;
  #session: ChildSession | null = null;

  constructor(program: string, exercise: Exercise) {
    this.#program = program;
    this.#exercise = exercise;
  }

  async verdictOn(text: string): Promise<Verdict> {
    const limits = { ...GATE_LIMITS, wall: 5 * LEARNER_LIMITS.wall };
    const session = (this.#session ??= startSession(this.#program, this.#exercise, limits));
    const trial = { seeds: LEARNER_SEEDS, data: 1 };
    const { end, during } = await session.judge(text, { trial, answers: "played" }, () => {});
    if (end === null) throw new Error("nobody else kills the child of a soak");
    if (end.type === "exceeded" || end.type === "died") this.close();
    return judge(end, during);
  }

  close(): void {
    this.#session?.kill();
    this.#session = null;
  }
}

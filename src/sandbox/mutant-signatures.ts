import type { Exercise, Mutant } from "../card/exercise.ts";
import { canonicalJson } from "../exercise/canonical-json.ts";
import { judge, signatureOf, type Verdict } from "../exercise/verdict.ts";
import { startSession } from "./child-session.ts";
import { LEARNER_LIMITS, LEARNER_SEEDS } from "./limits.ts";

/** What the anticipated wrong fixes of an exercise come to, a signature a mutant. */
export type Signatures = Readonly<Record<string, string>>;

/** Where signatures are kept: working them out takes as long as running every mutant. */
export interface SignatureCache {
  readonly read: () => Signatures | null;
  readonly write: (signatures: Signatures) => void;
}

/** What the signatures of an exercise are worked out from. */
export interface SignatureOptions {
  /** The folder with the built program. */
  readonly program: string;
  readonly exercise: Exercise;
  /** The seed of the data. */
  readonly data: number;
  readonly cache: SignatureCache;
}

/** Recognizes wrong fixes that the author has foreseen, by which promises they break, and how. */
export class MutantSignatures {
  readonly #options: SignatureOptions;
  #signatures: Promise<Signatures> | null = null;

  constructor(options: SignatureOptions) {
    this.#options = options;
  }

  /** Returns the foreseen wrong fix that comes to the same verdict; `null` if none does. The first call may take a second. */
  async match(verdict: Verdict): Promise<Mutant | null> {
    if (verdict.status !== "fail") return null;
    const signatures = await (this.#signatures ??= this.#known());
    const signature = canonicalJson(signatureOf(verdict));
    const { mutants, job } = this.#options.exercise;
    // What the broken job does too may be any change that mends nothing.
    if (signature === signatures[job.path]) return null;
    return mutants.find(({ path }) => signatures[path] === signature) ?? null;
  }

  async #known(): Promise<Signatures> {
    const { cache } = this.#options;
    const kept = cache.read();
    if (kept !== null) return kept;
    const signatures = await this.#workOut();
    cache.write(signatures);
    return signatures;
  }

  /** They are the author's programs: one process runs them all, one after the other. */
  async #workOut(): Promise<Signatures> {
    const { program, exercise, data } = this.#options;
    const session = startSession(program, exercise, LEARNER_LIMITS);
    const signatures: Record<string, string> = {};
    for (const { path, text } of [exercise.job, ...exercise.mutants]) {
      const trial = { seeds: LEARNER_SEEDS, data };
      const { end, during } = await session.judge(text, { trial, answers: "played" }, () => {});
      if (end !== null) signatures[path] = canonicalJson(signatureOf(judge(end, during)));
    }
    session.kill();
    return signatures;
  }
}

import type { Exercise, Mutant } from "../card/exercise.ts";
import { canonicalJson } from "../exercise/canonical-json.ts";
import { judge, signatureOf, type Verdict } from "../exercise/verdict.ts";
import { type ChildSession, startSession } from "./child-session.ts";
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
  #session: ChildSession | null = null;
  #state: "open" | "closed" = "open";

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

  /** Kills the process in which they are worked out: nobody wants to know any more. */
  close(): void {
    this.#state = "closed";
    this.#session?.kill();
  }

  async #known(): Promise<Signatures> {
    const { cache } = this.#options;
    const kept = cache.read();
    if (kept !== null) return kept;
    const { signatures, standing } = await this.#workOut();
    if (standing === "whole") cache.write(signatures);
    return signatures;
  }

  /** They are the author's programs: one process runs them all, unless one of them ends it. */
  async #workOut(): Promise<WorkedOut> {
    const { exercise, data } = this.#options;
    const trial = { seeds: LEARNER_SEEDS, data };
    const signatures: Record<string, string> = {};
    let standing: WorkedOut["standing"] = "whole";
    for (const { path, text } of [exercise.job, ...exercise.mutants]) {
      const session = this.#startedSession();
      if (session === null) return { signatures, standing: "in-part" };
      const { end, during } = await session.judge(text, { trial, answers: "played" }, () => {});
      if (end?.type === "reported") signatures[path] = canonicalJson(signatureOf(judge(end, during)));
      else {
        standing = "in-part";
        this.#endSession();
      }
    }
    this.#endSession();
    return { signatures, standing };
  }

  /** Returns the process that runs the next one; `null` once it is closed. */
  #startedSession(): ChildSession | null {
    if (this.#state === "closed") return null;
    const { program, exercise } = this.#options;
    return (this.#session ??= startSession(program, exercise, LEARNER_LIMITS));
  }

  #endSession(): void {
    this.#session?.kill();
    this.#session = null;
  }
}

/** Signatures; what a mutant comes to that had no time, or no memory, isn't known for good. */
interface WorkedOut {
  readonly signatures: Signatures;
  readonly standing: "whole" | "in-part";
}

import type { Bilingual } from "../base/lang.ts";
import type { Exercise } from "../card/exercise.ts";
import type { SweptSeed } from "../engine/runtime/sweep/swept-seed.ts";
import { PLAIN_RUN, type RunRequest } from "../exercise/run.ts";
import type { SweptPromise } from "../exercise/swept-promise.ts";
import { counterexampleOf, judge, judgeUnrun, type Verdict } from "../exercise/verdict.ts";
import { type ChildSession, startSession } from "./child-session.ts";
import { LEARNER_LIMITS, LEARNER_SEEDS, type MachineLimits } from "./limits.ts";
import { MutantSignatures, type SignatureCache } from "./mutant-signatures.ts";
import { type ShownRun, shownRun } from "./shown-run.ts";

/** What a runner is made of. */
export interface RunnerOptions {
  /** The folder with the built program: where `exercise-child.js` is. */
  readonly program: string;
  readonly exercise: Exercise;
  /** The seed of the data that the job is fed with; 1 by default, what the author sees. */
  readonly data?: number;
  readonly limits?: MachineLimits;
  /** A process that was started before anybody knew the exercise. */
  readonly started?: ChildSession;
  /** Where the signatures of the wrong fixes are kept; by default nowhere. */
  readonly signatures?: SignatureCache;
}

/** A job, judged. */
export interface JudgedJob {
  readonly verdict: Verdict;
  /** The run that shows it; `null` where none can: the job is no program, or doesn't end. */
  readonly shown: ShownRun | null;
  /** What came of crashing it before each of its steps; `null` where nobody has asked, or there was no answer. */
  readonly sweep: readonly SweptSeed[] | null;
  /** From the text to the verdict, ms. */
  readonly ms: number;
}

/** What is told while a job is judged. */
export interface RunProgress {
  /** A check begins. */
  readonly onCheck?: (id: string) => void;
  /** The verdict has come; the run that shows it is still being played. */
  readonly onVerdict?: (verdict: Verdict) => void;
}

/** How often the next process does its work before it counts: V8 compiles what it has seen again and again. */
const WARM_UPS = 3;

const NOWHERE: SignatureCache = { read: () => null, write: () => {} };

/**
 * Runs the jobs of one exercise, each in a process of its own that is killed afterwards. While the learner edits, the
 * next process gets ready. The newest text always gets its verdict: what still runs then is killed.
 */
export class ExerciseRunner {
  readonly #options: RunnerOptions;
  /** The process in which the last job was judged: it can play that job again. */
  #current: { readonly text: string; readonly session: ChildSession } | null = null;
  #next: ChildSession | null = null;
  readonly #mutants: MutantSignatures;
  #runs = 0;
  #state: "open" | "closed" = "open";

  constructor(options: RunnerOptions) {
    this.#options = options;
    const { program, exercise, started, signatures: cache = NOWHERE } = options;
    started?.prepare(exercise);
    this.#next = started ?? null;
    this.#mutants = new MutantSignatures({ program, exercise, data: this.#data, cache });
  }

  /** Starts the next process, unless it is there. Call it when there is time: when an exercise is opened. */
  prepare(): void {
    if (this.#state === "closed" || this.#next !== null) return;
    this.#next = this.#startSession();
    const { solutions, job } = this.#options.exercise;
    const known = [solutions[0] ?? job, job].map(({ text }) => text);
    this.#next.warm(Array.from({ length: WARM_UPS }, () => known).flat());
  }

  /** Resolves when the next process has warmed up: from then on a verdict comes soonest. */
  async ready(): Promise<void> {
    await this.#next?.ready();
  }

  /**
   * Judges a job; `null` if a newer text came meanwhile, or the runner was closed. Rejects with the Failure `file-read` if
   * the program that runs exercises has gone, and with nothing else.
   */
  async run(text: string, progress: RunProgress = {}): Promise<JudgedJob | null> {
    const begun = performance.now();
    const run = ++this.#runs;
    const verdict = judgeUnrun(this.#options.exercise.job.text, text) ?? (await this.#judge(text, progress));
    const ms = performance.now() - begun;
    if (verdict === null || run !== this.#runs) return null;
    progress.onVerdict?.(verdict);
    const shown = await this.#show(text, verdict);
    if (run !== this.#runs) return null;
    this.prepare();
    return { verdict, shown, sweep: null, ms };
  }

  /** Plays a job once, traced; `null` if it comes to nothing. The job that was judged last is played at once. Rejects as `run` does. */
  async play(text: string, request: RunRequest): Promise<ShownRun | null> {
    if (this.#state === "closed") return null;
    const traced = { ...request, watch: "trace" } as const;
    const session = this.#current?.text === text ? this.#current.session : this.#sessionFor(text);
    const played = await session.play(text, traced);
    if (played === null) this.#forget(session);
    return played === null ? null : shownRun(traced, played);
  }

  /**
   * Crashes the job that was judged last before each of its steps, and returns where that breaks a promise of its verdict.
   * `null`: a newer text came, or the runs together take too long. Rejects as `run` does.
   */
  async sweep(text: string, { id, broken }: SweptPromise): Promise<readonly SweptSeed[] | null> {
    const seeds = await this.#sweepWith(text, id, this.#data);
    if (broken === null || seeds?.some(({ violatedAt }) => violatedAt.length > 0) !== false) return seeds;
    // What a job knows by heart is found out with the next data: see `putToTheTest`.
    return await this.#sweepWith(text, id, this.#data + 1);
  }

  /** Returns what the author says of a wrong fix that was foreseen; `null` if it wasn't. The first time may take a second. */
  async remarkOn(verdict: Verdict): Promise<Bilingual | null> {
    const mutant = await this.#mutants.match(verdict);
    return mutant?.say ?? null;
  }

  /** Kills whatever runs. */
  close(): void {
    this.#state = "closed";
    this.#runs += 1;
    this.#current?.session.kill();
    this.#next?.kill();
    this.#mutants.close();
  }

  async #judge(text: string, { onCheck = () => {} }: RunProgress): Promise<Verdict | null> {
    const trial = { seeds: LEARNER_SEEDS, data: this.#data };
    const { end, during } = await this.#sessionFor(text).judge(text, { trial, answers: "played" }, onCheck);
    return end === null ? null : judge(end, during);
  }

  async #show(text: string, verdict: Verdict): Promise<ShownRun | null> {
    if (!("checks" in verdict) || verdict.stats.runs === 0) return null;
    return await this.play(text, counterexampleOf(verdict) ?? { ...PLAIN_RUN, input: this.#data });
  }

  async #sweepWith(text: string, check: string, data: number): Promise<readonly SweptSeed[] | null> {
    // The newest text waits for nobody.
    if (this.#state === "closed" || (this.#current !== null && this.#current.text !== text)) return null;
    const session = this.#current?.session ?? this.#sessionFor(text);
    const seeds = await session.sweep(text, { check, trial: { seeds: LEARNER_SEEDS, data } });
    if (seeds === null) this.#forget(session);
    return seeds;
  }

  /** A process that had no answer may be gone: the next question goes to another one. */
  #forget(session: ChildSession): void {
    if (this.#current?.session !== session) return;
    session.kill();
    this.#current = null;
  }

  get #data(): number {
    return this.#options.data ?? 1;
  }

  #sessionFor(text: string): ChildSession {
    this.#current?.session.kill();
    // What has ended while nobody wanted anything of it can't be asked.
    const session = this.#next?.isAlive === true ? this.#next : this.#startSession();
    this.#next = null;
    this.#current = { text, session };
    return session;
  }

  #startSession(): ChildSession {
    const { program, exercise, limits = LEARNER_LIMITS } = this.#options;
    return startSession(program, exercise, limits);
  }
}

import type { Exercise } from "../card/exercise.ts";
import type { RunEnd } from "../exercise/run-end.ts";
import type { RunRequest } from "../exercise/run.ts";
import { type ChildEnd, ExerciseChild } from "./child-process.ts";
import type { Played } from "./child/played.ts";
import type { MachineLimits } from "./limits.ts";
import type { Answer, Order } from "./messages.ts";
import type { ProcessorTime } from "./processor-time.ts";

/** How the checks of a job have ended. */
export interface Judged {
  /** `null` if the child was killed by us: nobody wants to know any more. */
  readonly end: RunEnd | null;
  /** The check that was begun last. */
  readonly during: string | null;
}

/** How a job is tried. */
export type Trying = Pick<Extract<Order, { readonly type: "judge" }>, "trial" | "answers">;

/** Time for a child to begin with what it was told, ms: it has to start, and the machine may be busy. */
const START_LIMIT = 15_000;

/** Starts a child that is ready for the jobs of an exercise, from the folder with the built program. */
export function startSession(program: string, exercise: Exercise, limits: MachineLimits): ChildSession {
  const session = new ChildSession(program, limits);
  session.prepare(exercise);
  return session;
}

/** The life of one child with one exercise. It is told one thing at a time. */
export class ChildSession {
  readonly #child: ExerciseChild;
  readonly #limits: MachineLimits;
  #heard: (answer: Answer) => void = () => {};
  #gone: (end: ChildEnd) => void = () => {};
  #warmUps: readonly string[] = [];
  readonly #ready = Promise.withResolvers<void>();
  #end: ChildEnd | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** Starts a child from the folder with the built program: it takes its time, and needs no exercise for it. */
  constructor(program: string, limits: MachineLimits) {
    this.#limits = limits;
    this.#child = new ExerciseChild(program, limits, {
      answered: (answer) => (answer.type === "ready" ? this.#warmOn() : this.#heard(answer)),
      ended: (end) => {
        clearTimeout(this.#timer);
        this.#end = end;
        this.#ready.resolve();
        this.#gone(end);
      },
    });
  }

  /** Tells it what stands around the jobs: comes first, and once. */
  prepare({ scene, check, budget }: Exercise): void {
    this.#child.tell({ type: "prepare", scene: scene.text, check: check.text, budget });
  }

  /**
   * Has the child do the work with jobs that are known, so that the next one finds everything compiled. They are told one
   * by one: a job that comes meanwhile waits for one of them at most.
   */
  warm(jobs: readonly string[]): void {
    this.#warmUps = jobs;
    this.#warmOn();
  }

  /** Resolves when it has warmed up, or is gone. */
  async ready(): Promise<void> {
    await this.#ready.promise;
  }

  /** Puts the checks to a job. */
  async judge(job: string, trying: Trying, onCheck: (id: string) => void): Promise<Judged> {
    let during: string | null = null;
    // Once: a child that says again and again that it begins has no more time for that.
    let begin: (() => void) | null = () => this.#allow(this.#limits.wall);
    const end = await this.#until<RunEnd>(
      (answer, done) => {
        if (answer.type === "begun") {
          begin?.();
          begin = null;
        }
        if (answer.type === "end") done(answer.end);
        if (answer.type !== "check") return;
        during = answer.id;
        onCheck(answer.id);
      },
      () => this.#child.tell({ type: "judge", job, ...trying }),
    );
    return { end: endOf(end), during };
  }

  /** Plays a job once; `null` if the child doesn't live to tell. */
  async play(job: string, request: RunRequest): Promise<Played | null> {
    const played = await this.#until<Played>(
      (answer, done) => {
        if (answer.type === "shown") done(answer.played);
      },
      () => {
        this.#child.tell({ type: "play", job, request });
        this.#allow(this.#limits.wall);
      },
    );
    return played.type === "heard" ? played.value : null;
  }

  kill(): void {
    this.#child.kill();
  }

  #warmOn(): void {
    const [job, ...others] = this.#warmUps;
    this.#warmUps = others;
    if (job === undefined) this.#ready.resolve();
    else this.#child.tell({ type: "warm", job });
  }

  async #until<Value>(
    hear: (answer: Answer, done: (value: Value) => void) => void,
    tell: () => void,
  ): Promise<Heard<Value>> {
    if (this.#end !== null) return { type: "gone", end: this.#end };
    this.#warmUps = [];
    return await new Promise((resolve) => {
      this.#gone = (end) => resolve({ type: "gone", end });
      this.#heard = (answer) =>
        hear(answer, (value) => {
          clearTimeout(this.#timer);
          resolve({ type: "heard", value });
        });
      this.#allow(START_LIMIT);
      tell();
    });
  }

  #allow(ms: number): void {
    const used = this.#child.processorTime()?.used ?? 0;
    this.#expireAfter(ms, { allowed: ms, used, seen: null, begun: performance.now() });
  }

  #expireAfter(ms: number, allowance: Allowance): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const time = this.#child.processorTime();
      if (time !== null && isStarving(allowance, time))
        this.#expireAfter(PATIENCE, { ...allowance, seen: time.used });
      else this.#child.runOutOfTime();
    }, ms);
  }
}

/** Time that was given to a process, and what it had of the processor and the clock before, all in ms. */
interface Allowance {
  readonly allowed: number;
  readonly used: number;
  /** What it had of the processor when it was looked at last; `null` if it wasn't yet. */
  readonly seen: number | null;
  readonly begun: number;
}

/** For how long a process that gets no processor is let be before it is looked at again, ms. */
const PATIENCE = 200;

/** How many times the time allowed a process may take that gets no processor. */
const MOST_PATIENCE = 5;

/** The share of the time allowed that a process has surely had of the processor if nobody else wanted it. */
const FULL_SHARE = 0.9;

/**
 * Tells whether it is the machine that is slow, and not the process: a verdict doesn't depend on what else is running.
 * What only waits isn't starving; main threads wait for a moment too, for the collector of garbage.
 */
function isStarving({ allowed, used, seen, begun }: Allowance, time: ProcessorTime): boolean {
  if (performance.now() - begun > allowed * MOST_PATIENCE) return false;
  if (time.is === "waiting" && time.used === seen) return false;
  return time.used - used < allowed * FULL_SHARE;
}

type Heard<Value> =
  | { readonly type: "heard"; readonly value: Value }
  | { readonly type: "gone"; readonly end: ChildEnd };

function endOf(heard: Heard<RunEnd>): RunEnd | null {
  if (heard.type === "heard") return heard.value;
  return heard.end.type === "killed" ? null : heard.end;
}

import type { Exercise } from "../card/exercise.ts";
import type { RunEnd } from "../exercise/run-end.ts";
import type { RunRequest } from "../exercise/run.ts";
import { type ChildEnd, ExerciseChild } from "./child-process.ts";
import type { Played } from "./child/played.ts";
import type { MachineLimits } from "./limits.ts";
import type { Answer, Order } from "./messages.ts";
import { requireRunner } from "./require-runner.ts";
import { TimeLimit } from "./time-limit.ts";

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

/** A child at work with one exercise. It is told one thing at a time. */
export class ChildSession {
  #child: ExerciseChild;
  readonly #program: string;
  readonly #limits: MachineLimits;
  #heard: (answer: Answer) => void = () => {};
  #gone: (end: ChildEnd) => void = () => {};
  #setting: Order | null = null;
  #warmUps: readonly string[] = [];
  #state: "free" | "warming" | "killed" = "free";
  /** Tells it what it is to do next. */
  #next: (() => void) | null = null;
  readonly #ready = Promise.withResolvers<void>();
  #end: ChildEnd | null = null;
  readonly #time = new TimeLimit({
    processorTime: () => this.#child.processorTime(),
    expired: () => this.#child.runOutOfTime(),
  });

  /**
   * Starts a child from the folder with the built program: it takes its time, and needs no exercise for it. Throws the
   * Failure `file-read` where there is nothing to be started.
   */
  constructor(program: string, limits: MachineLimits) {
    requireRunner(program);
    this.#program = program;
    this.#limits = limits;
    this.#child = this.#start();
  }

  /** Tells it what stands around the jobs: comes first, and once. */
  prepare({ scene, check, budget }: Exercise): void {
    this.#child.tell((this.#setting = { type: "prepare", scene: scene.text, check: check.text, budget }));
  }

  /**
   * Has the child do the work with jobs that are known, so that the next one finds everything compiled. They are told one
   * by one: a job that comes meanwhile waits for one of them at most, and that has the time of any job. A child that
   * doesn't live through it is followed by another one that does without.
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
    let begin: (() => void) | null = () => this.#time.allow(this.#limits.wall);
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
        this.#time.allow(this.#limits.wall);
      },
    );
    return played.type === "heard" ? played.value : null;
  }

  kill(): void {
    this.#state = "killed";
    this.#child.kill();
  }

  #start(): ExerciseChild {
    return new ExerciseChild(this.#program, this.#limits, {
      answered: (answer) => (this.#state === "warming" ? this.#warming(answer) : this.#heard(answer)),
      ended: (end) => {
        this.#time.lift();
        if (this.#state === "warming") this.#startAgain();
        else this.#finish(this.#state === "killed" ? { type: "killed" } : end);
      },
    });
  }

  #startAgain(): void {
    this.#child = this.#start();
    if (this.#setting !== null) this.#child.tell(this.#setting);
    this.warm([]);
  }

  #finish(end: ChildEnd): void {
    this.#end = end;
    this.#ready.resolve();
    this.#gone(end);
  }

  #warming({ type }: Answer): void {
    if (type === "begun") this.#time.allow(this.#limits.wall);
    if (type === "ready") this.#warmOn();
  }

  #warmOn(): void {
    this.#time.lift();
    const [job, ...others] = this.#warmUps;
    this.#warmUps = others;
    this.#state = job === undefined ? "free" : "warming";
    if (job === undefined) return this.#goOn();
    this.#child.tell({ type: "warm", job });
    this.#time.allow(START_LIMIT);
  }

  #goOn(): void {
    this.#ready.resolve();
    this.#next?.();
    this.#next = null;
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
          this.#time.lift();
          resolve({ type: "heard", value });
        });
      this.#next = () => {
        this.#time.allow(START_LIMIT);
        tell();
      };
      if (this.#state === "free") this.#goOn();
    });
  }
}

type Heard<Value> =
  | { readonly type: "heard"; readonly value: Value }
  | { readonly type: "gone"; readonly end: ChildEnd };

function endOf(heard: Heard<RunEnd>): RunEnd | null {
  if (heard.type === "heard") return heard.value;
  return heard.end.type === "killed" ? null : heard.end;
}

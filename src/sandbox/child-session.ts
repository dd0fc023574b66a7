import type { Exercise } from "../card/exercise.ts";
import type { SweptSeed } from "../engine/runtime/sweep/swept-seed.ts";
import type { RunEnd } from "../exercise/run-end.ts";
import type { RunRequest } from "../exercise/run.ts";
import type { PromiseSweep } from "../exercise/sweep-promise.ts";
import { type ChildEnd, ExerciseChild } from "./child-process.ts";
import type { Played } from "./child/played.ts";
import { endHeard, type Heard, type Judged } from "./heard.ts";
import { START_LIMIT, type MachineLimits } from "./limits.ts";
import type { Answer, Order } from "./messages.ts";
import { requireRunner } from "./require-runner.ts";
import { TimeLimit } from "./time-limit.ts";
import { Turns } from "./turns.ts";

/** How a job is tried. */
export type Trying = Pick<Extract<Order, { readonly type: "judge" }>, "trial" | "answers">;

/** Takes an answer, and calls `done` once it has heard what it was waiting for. */
type Hear<Value> = (answer: Answer, done: (value: Value) => void) => void;

/** Starts a child that is ready for the jobs of an exercise, from the folder with the built program. */
export function startSession(program: string, exercise: Exercise, limits: MachineLimits): ChildSession {
  const session = new ChildSession(program, limits);
  session.prepare(exercise);
  return session;
}

/** A child at work with one exercise. It is told one thing at a time: what is asked meanwhile has to wait. */
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
  readonly #turns = new Turns();
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

  /** Whether it can be told anything. */
  get isAlive(): boolean {
    return this.#end === null;
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
    return { end: endHeard(end), during };
  }

  /** Plays a job once; `null` if the child doesn't live to tell. */
  async play(job: string, request: RunRequest): Promise<Played | null> {
    return await this.#ask<Played>({ type: "play", job, request }, (answer, done) => {
      if (answer.type === "shown") done(answer.played);
    });
  }

  /**
   * Crashes a job before each of its steps; all of that has the time of one job. `null` if no check can tell what comes of
   * it, the job can't be played, or the child doesn't live to tell.
   */
  async sweep(job: string, sweep: PromiseSweep): Promise<readonly SweptSeed[] | null> {
    return await this.#ask<readonly SweptSeed[] | null>({ type: "sweep", job, sweep }, (answer, done) => {
      if (answer.type === "swept") done(answer.seeds);
    });
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

  async #ask<Value>(order: Order, hear: Hear<Value>): Promise<Value | null> {
    const heard = await this.#until<Value>(hear, () => {
      this.#child.tell(order);
      this.#time.allow(this.#limits.wall);
    });
    return heard.type === "heard" ? heard.value : null;
  }

  #until<Value>(hear: Hear<Value>, tell: () => void): Promise<Heard<Value>> {
    return this.#turns.take(() => this.#hearing(hear, tell));
  }

  async #hearing<Value>(hear: Hear<Value>, tell: () => void): Promise<Heard<Value>> {
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

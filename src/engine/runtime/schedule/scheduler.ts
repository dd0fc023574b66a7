import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { Actor } from "./actor.ts";
import type { Interleaving } from "./interleaving.ts";

/** Who looks on at the steps of a run. */
export interface StepObserver {
  /** Returns the number of the next step that `beforeStep` wants to see. */
  readonly nextObservedStep: () => number;
  /** Is called before such a step; whether it is taken at all. */
  readonly beforeStep: (step: number, actor: Actor) => "take" | "skip";
  /** Lets an actor take its turn, as the process that it belongs to. */
  readonly runAs: (actor: Actor, turn: () => void) => void;
  /** A step threw an error. */
  readonly onError: (actor: Actor, error: unknown) => void;
}

/**
 * Lets those who can work take their steps one after the other, and moves the clock when nobody can. Everything that
 * happens in a run is a consequence of its program and its interleaving.
 */
export class Scheduler {
  readonly #clock: VirtualClock;
  readonly #interleaving: Interleaving;
  readonly #observer: StepObserver;
  readonly #ready: Actor[] = [];
  readonly #queued = new Set<Actor>();
  /** Who still works on a step that takes time; a wake-up meanwhile is kept for later. */
  readonly #busy = new Set<Actor>();
  /** Who takes a turn now, and whether it has been woken within its step: it may still have to work on that one. */
  #running: Actor | null = null;
  #isWokenMeanwhile = false;
  readonly #turnOfRunning = () => {
    if (this.#running !== null) this.#takeSteps(this.#running);
  };
  #step = 0;
  #chargedMicros = 0;

  constructor(clock: VirtualClock, interleaving: Interleaving, observer: StepObserver) {
    this.#clock = clock;
    this.#interleaving = interleaving;
    this.#observer = observer;
  }

  /** The steps that have been taken so far. */
  get steps(): number {
    return this.#step;
  }

  /** Says that an actor may have something to do. */
  wake(actor: Actor): void {
    if (actor === this.#running) this.#isWokenMeanwhile = true;
    else this.#enqueue(actor);
  }

  /** Says that the step that is being taken costs so many microseconds. */
  charge(micros: number): void {
    this.#chargedMicros += micros;
  }

  /** Whether the step that is being taken costs time, so far. */
  get takesTime(): boolean {
    return this.#chargedMicros > 0 || this.#clock.hasSpent;
  }

  /** Takes one turn, or moves the clock to the next event; whether there was anything to do until `until` (ms). */
  turn(until: number): boolean {
    const actor = this.#takeReady();
    if (actor !== undefined) {
      this.#queued.delete(actor);
      this.#running = actor;
      this.#isWokenMeanwhile = false;
      this.#observer.runAs(actor, this.#turnOfRunning);
      this.#running = null;
      if (this.#isWokenMeanwhile) this.#enqueue(actor);
      return true;
    }
    return this.#clock.nextEventTime() <= until && this.#clock.advance();
  }

  /** Whether somebody could take a step now. */
  get hasReady(): boolean {
    return this.#ready.length > 0;
  }

  #takeReady(): Actor | undefined {
    const count = this.#ready.length;
    if (count === 0) return undefined;
    const chosen = this.#interleaving.chooseActor(count);
    return chosen === 0 ? this.#ready.shift() : this.#ready.splice(chosen, 1)[0];
  }

  #enqueue(actor: Actor): void {
    if (this.#queued.has(actor) || this.#busy.has(actor)) return;
    this.#queued.add(actor);
    this.#ready.push(actor);
  }

  #takeSteps(actor: Actor): void {
    let observed = this.#observer.nextObservedStep();
    for (let left = this.#interleaving.quantum; left > 0; left--) {
      this.#step += 1;
      if (this.#step >= observed) {
        if (this.#observer.beforeStep(this.#step, actor) === "skip") return;
        observed = this.#observer.nextObservedStep();
      }
      this.#isWokenMeanwhile = false;
      const result = this.#takeStep(actor);
      if (result !== "again") return;
      if (this.#chargedMicros > 0) break;
    }
    this.#goOn(actor);
  }

  #takeStep(actor: Actor): "again" | "wait" | "failed" {
    this.#chargedMicros = 0;
    try {
      const result = actor.step();
      this.#chargedMicros += this.#clock.takeSpentMicros();
      return this.#chargedMicros > 0 ? "again" : result;
    } catch (error) {
      this.#clock.takeSpentMicros();
      this.#observer.onError(actor, error);
      return "failed";
    }
  }

  /** After work that takes time the actor is not to be had before it is done. */
  #goOn(actor: Actor): void {
    if (this.#chargedMicros === 0) {
      this.#enqueue(actor);
      return;
    }
    this.#busy.add(actor);
    this.#clock.schedule(this.#clock.now() + this.#chargedMicros / 1000, () => {
      if (this.#busy.delete(actor)) this.wake(actor);
    });
  }
}

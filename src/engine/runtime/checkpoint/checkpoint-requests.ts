import type { Cancellable, VirtualClock } from "../clock/virtual-clock.ts";
import type { CheckpointConfig } from "./checkpoint-config.ts";
import type { CheckpointOutcome } from "./checkpoint-outcome.ts";
import type { SnapshotType } from "./completed-checkpoint.ts";

/** What is asked for: by the clock, or by the user. */
export interface SnapshotRequest {
  readonly type: SnapshotType;
  /** Whether sources go on behind the barrier, or wait for what becomes of it. */
  readonly afterBarrier: "go-on" | "suspend";
  readonly onOutcome: (outcome: CheckpointOutcome) => void;
}

const PERIODIC: SnapshotRequest = { type: "checkpoint", afterBarrier: "go-on", onOutcome: () => {} };

/**
 * Asks for checkpoints at regular times and decides when a request may be carried out (Flink's
 * `CheckpointRequestDecider`): not beside too many others, and a periodic one not too soon after the last.
 */
export class CheckpointRequests {
  readonly #config: CheckpointConfig;
  readonly #clock: VirtualClock;
  readonly #execute: (request: SnapshotRequest) => void;
  readonly #queue: SnapshotRequest[] = [];
  #nextTick: Cancellable | null = null;
  #underWay = 0;
  #lastEnd = Number.NEGATIVE_INFINITY;

  constructor(config: CheckpointConfig, clock: VirtualClock, execute: (request: SnapshotRequest) => void) {
    this.#config = config;
    this.#clock = clock;
    this.#execute = execute;
  }

  /** Begins to ask at regular times. */
  start(): void {
    const { interval } = this.#config;
    if (interval !== null && interval !== Number.POSITIVE_INFINITY) this.#tickAfter(interval, interval);
  }

  /** Asks no more. */
  stop(): void {
    this.#nextTick?.cancel();
    this.#nextTick = null;
    this.#queue.length = 0;
  }

  /** Carries a request out as soon as it may be; a savepoint at once. */
  submit(request: SnapshotRequest): void {
    if (request.type === "savepoint") {
      this.#execute(request);
      return;
    }
    this.#queue.push(request);
    this.#carryOutNext();
  }

  /** A checkpoint has begun. */
  began(): void {
    this.#underWay += 1;
  }

  /** A checkpoint has ended, for good or bad. */
  ended(outcome: CheckpointOutcome): void {
    this.#underWay -= 1;
    if (outcome.type === "completed") this.#lastEnd = this.#clock.now();
    this.#carryOutNext();
  }

  #carryOutNext(): void {
    const [request] = this.#queue;
    if (request === undefined || this.#underWay >= this.#config.maxConcurrentCheckpoints) return;
    this.#queue.shift();
    const pause = this.#lastEnd + this.#config.minPauseBetweenCheckpoints - this.#clock.now();
    if (request === PERIODIC && pause > 0) this.#tickAfter(pause, this.#config.interval ?? pause);
    else this.#execute(request);
  }

  #tickAfter(delay: number, interval: number): void {
    this.#nextTick?.cancel();
    this.#nextTick = this.#clock.scheduleInBackground(this.#clock.now() + delay, () => {
      this.#tickAfter(interval, interval);
      if (!this.#queue.includes(PERIODIC)) this.submit(PERIODIC);
    });
  }
}

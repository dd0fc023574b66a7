import { ConnectionException } from "../connection-exception.ts";
import type { Scheduled } from "../world-clock.ts";
import type { HighAvailabilityStore } from "./high-availability-store.ts";
import type { Lease } from "./lease.ts";

const SECOND = 1000;

/** How a candidate holds on to its lease; times in ms, defaults as Flink's on Kubernetes. */
export interface LeaderElectionOptions {
  /** How long the right to lead lasts without a renewal; 15 s. */
  readonly leaseDuration: number;
  /** How long after its last renewal a leader gives up by itself; 15 s. */
  readonly renewDeadline: number;
  /** How often a candidate asks and a leader renews; 5 s. */
  readonly retryPeriod: number;
}

/** What a candidate is told (Flink's `LeaderContender`). */
export interface LeaderContender {
  readonly grantLeadership: (token: number) => void;
  readonly revokeLeadership: () => void;
}

const DEFAULTS: LeaderElectionOptions = {
  leaseDuration: 15 * SECOND,
  renewDeadline: 15 * SECOND,
  retryPeriod: 5 * SECOND,
};

/**
 * Stands for election for one process. What it believes may be out of date: a process that is paused (a long garbage
 * collection) learns only afterwards that its lease has ended, and in between acts as a leader. That is what tokens are
 * for.
 */
export class LeaderElector {
  readonly #store: HighAvailabilityStore;
  readonly #candidate: string;
  readonly #contender: LeaderContender;
  readonly #options: LeaderElectionOptions;
  #lease: Lease | null = null;
  #renewedAt = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #next: Scheduled | null = null;

  constructor(
    store: HighAvailabilityStore,
    candidate: string,
    contender: LeaderContender,
    options: Partial<LeaderElectionOptions> = {},
  ) {
    this.#store = store;
    this.#candidate = candidate;
    this.#contender = contender;
    this.#options = { ...DEFAULTS, ...options };
  }

  /** The token under which the process believes to lead, `null` if it does not. */
  get token(): number | null {
    return this.#lease?.token ?? null;
  }

  /** Stands for election from now on. */
  start(): void {
    this.#campaign();
  }

  /** Stands no longer; a leader gives its lease back. */
  stop(): void {
    this.#next?.cancel();
    if (this.#lease !== null) this.#store.release(this.#lease);
    this.#lose();
  }

  /** The process dies: it can tell nobody, and its lease ends by itself. */
  kill(): void {
    this.#next?.cancel();
    this.#lease = null;
  }

  /** The process stands still for so many ms: it renews nothing, and notices nothing. */
  pause(duration: number): void {
    this.#pausedUntil = this.#store.clock.now() + duration;
  }

  #campaign(): void {
    const { clock } = this.#store;
    if (clock.now() >= this.#pausedUntil) this.#askOnce(clock.now());
    const next = Math.max(clock.now() + this.#options.retryPeriod, this.#pausedUntil);
    this.#next = clock.scheduleInBackground(next, () => this.#campaign());
  }

  #askOnce(now: number): void {
    try {
      this.#accept(this.#store.tryAcquire(this.#candidate, this.#options.leaseDuration), now);
    } catch (failure) {
      if (!(failure instanceof ConnectionException)) throw failure;
      if (this.#lease !== null && now - this.#renewedAt >= this.#options.renewDeadline) this.#lose();
    }
  }

  #accept(lease: Lease | null, now: number): void {
    if (lease === null) return this.#lose();
    const isNew = this.#lease?.token !== lease.token;
    if (isNew) this.#lose();
    this.#lease = lease;
    this.#renewedAt = now;
    if (isNew) this.#contender.grantLeadership(lease.token);
  }

  #lose(): void {
    if (this.#lease === null) return;
    this.#lease = null;
    this.#contender.revokeLeadership();
  }
}

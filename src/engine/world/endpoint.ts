import { ConnectionException } from "./connection-exception.ts";
import { drawLatency, NO_LATENCY, type Latency } from "./latency.ts";
import type { Random } from "./random.ts";
import { RateMeter } from "./rate-meter.ts";
import type { World } from "./world.ts";

const MINUTE = 60_000;

/** A time in which a system does not answer: from `from` (ms) until before `until` (ms). */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

/** How a system outside answers. Everything may be left out: then it answers at once, and always. */
export interface EndpointBehaviour {
  readonly latency?: Latency;
  readonly outages?: readonly Outage[];
}

/**
 * Where a system outside is called: here its calls get their numbers, take their time, fail and are counted. A call
 * blocks its caller for the latency of the system.
 */
export class Endpoint {
  readonly system: string;
  readonly random: Random;
  readonly #world: World;
  readonly #behaviour: EndpointBehaviour;
  readonly #counts = new Map<string, number>();
  readonly #perMinute = new RateMeter(MINUTE);
  #stoppedUntil = Number.NEGATIVE_INFINITY;

  constructor(world: World, system: string, behaviour: EndpointBehaviour) {
    this.system = system;
    this.random = world.randomFor(system);
    this.#world = world;
    this.#behaviour = behaviour;
  }

  /** The most calls that came within one minute. */
  get peakCallsPerMinute(): number {
    return this.#perMinute.peak;
  }

  /** Returns how often an operation has been asked for, whether it succeeded or not. */
  count(operation: string): number {
    return this.#counts.get(operation) ?? 0;
  }

  /** Takes the system down until a time (ms), besides its planned outages; for good if none is given. */
  stop(until = Number.POSITIVE_INFINITY): void {
    this.#stoppedUntil = until;
  }

  /** Brings the system up again after `stop`. */
  start(): void {
    this.#stoppedUntil = Number.NEGATIVE_INFINITY;
  }

  /** Whether the system answers now. */
  get isUp(): boolean {
    const now = this.#world.clock.now();
    const outages = this.#behaviour.outages ?? [];
    return this.#stoppedUntil <= now && !outages.some(({ from, until }) => from <= now && now < until);
  }

  /** Carries out a call for a caller that waits for it. Throws a `ConnectionException` if the system is down. */
  call<T>(operation: string, carryOut: () => T): T {
    this.#world.clock.spend(this.drawLatency());
    return this.callAside(operation, carryOut);
  }

  /** As `call`, for a client that has a thread of its own to wait in: it takes no time of the caller. */
  callAside<T>(operation: string, carryOut: () => T): T {
    const now = this.#world.clock.now();
    this.#countCall(operation, now);
    return this.#world.calls.perform(this.system, operation, now, () => {
      if (!this.isUp) throw new ConnectionException(this.system, operation, "request");
      return carryOut();
    });
  }

  /** Returns how long the next call takes, in ms. */
  drawLatency(): number {
    return drawLatency(this.#behaviour.latency ?? NO_LATENCY, this.random);
  }

  #countCall(operation: string, now: number): void {
    this.#counts.set(operation, this.count(operation) + 1);
    this.#perMinute.record(now);
  }
}

import type { Endpoint } from "../endpoint.ts";
import { RateMeter } from "../rate-meter.ts";
import type { WorldClock } from "../world-clock.ts";
import type { DatabaseConfiguration } from "./database-configuration.ts";
import { SQLException } from "./sql-exception.ts";

const MINUTE = 60_000;

/** How many connections a server bears, and how many it has had. */
export class ConnectionLimits {
  readonly #clock: WorldClock;
  readonly #endpoint: Endpoint;
  readonly #configuration: DatabaseConfiguration;
  readonly #perMinute = new RateMeter(MINUTE);
  #open = 0;
  #peak = 0;

  constructor(clock: WorldClock, endpoint: Endpoint, configuration: DatabaseConfiguration) {
    this.#clock = clock;
    this.#endpoint = endpoint;
    this.#configuration = configuration;
  }

  get open(): number {
    return this.#open;
  }

  /** The most that were ever open at one time. */
  get peak(): number {
    return this.#peak;
  }

  /** The most connects that came within a minute, refused ones too. */
  get peakPerMinute(): number {
    return this.#perMinute.peak;
  }

  /** Counts a knock at the door, whether it is opened or not: enough of them bring the server down. */
  knock(): void {
    const now = this.#clock.now();
    this.#perMinute.record(now);
    const { connectStorm } = this.#configuration;
    if (connectStorm === null || this.#perMinute.count(now) <= connectStorm.perMinute) return;
    this.#endpoint.stop(now + connectStorm.downFor);
  }

  /** Throws an SQLException if there are too many. */
  admit(): void {
    if (this.#open >= this.#configuration.maxConnections) {
      throw new SQLException("TOO_MANY_CONNECTIONS", "Too many connections");
    }
    this.#open += 1;
    this.#peak = Math.max(this.#peak, this.#open);
  }

  release(): void {
    this.#open -= 1;
  }
}

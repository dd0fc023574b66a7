import { RateMeter } from "../rate-meter.ts";
import { ObjectStoreException } from "./object-store-exception.ts";

const SECOND = 1000;

/** Says SlowDown to too many requests of one kind for one prefix (the key up to its last slash). */
export class RequestLimits {
  readonly #perSecond: number;
  readonly #meters = new Map<string, RateMeter>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  /** Counts a request at `now` (ms). Throws SlowDown if it is one too many. */
  count(key: string, now: number): void {
    const prefix = key.slice(0, key.lastIndexOf("/") + 1);
    const meter = this.#meters.get(prefix) ?? new RateMeter(SECOND);
    this.#meters.set(prefix, meter);
    meter.record(now);
    if (meter.count(now) > this.#perSecond) throw new ObjectStoreException("SlowDown", prefix);
  }
}

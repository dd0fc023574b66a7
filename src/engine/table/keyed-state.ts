import type { ProcessingTimeService } from "../time/processing-time-service.ts";

interface Entry<V> {
  readonly value: V;
  readonly writtenAt: number;
}

/**
 * One value a key, as Flink's `ValueState`. With a time to live (ms of processing time, 0 = for ever) a value is
 * gone once that has passed since it was written: `OnCreateAndWrite`, `NeverReturnExpired`.
 */
export class KeyedState<V> {
  readonly #clock: ProcessingTimeService;
  readonly #timeToLive: number;
  readonly #entries = new Map<string, Entry<V>>();

  constructor(clock: ProcessingTimeService, timeToLive = 0) {
    this.#clock = clock;
    this.#timeToLive = timeToLive;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (!this.#isExpired(entry)) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  put(key: string, value: V): void {
    this.#entries.set(key, { value, writtenAt: this.#clock.getCurrentProcessingTime() });
  }

  remove(key: string): void {
    this.#entries.delete(key);
  }

  #isExpired(entry: Entry<V>): boolean {
    return (
      this.#timeToLive > 0 && entry.writtenAt + this.#timeToLive <= this.#clock.getCurrentProcessingTime()
    );
  }
}

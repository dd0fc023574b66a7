import { NO_TIMESTAMP } from "../time/timestamp.ts";
import type { Output } from "./output.ts";

/** What a user function puts its results into (Flink's `Collector`). */
export interface Collector<T> {
  readonly collect: (value: T) => void;
}

/** A collector that gives every result the timestamp that was set last (Flink's class of the same name). */
export class TimestampedCollector<T> implements Collector<T> {
  readonly #output: Output<T>;
  #timestamp = NO_TIMESTAMP;

  constructor(output: Output<T>) {
    this.#output = output;
  }

  /** Lets the following results carry `timestamp`, which may be NO_TIMESTAMP. */
  setAbsoluteTimestamp(timestamp: number): void {
    this.#timestamp = timestamp;
  }

  /** Lets the following results carry no timestamp. */
  eraseTimestamp(): void {
    this.#timestamp = NO_TIMESTAMP;
  }

  collect(value: T): void {
    this.#output.collect(value, this.#timestamp);
  }
}

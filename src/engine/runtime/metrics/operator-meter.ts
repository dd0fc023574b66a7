import type { Key } from "../../java/hash-code.ts";
import { LONG_MIN } from "../../java/long.ts";

/** Counts what goes through one instance of an operator, over all attempts: what is replayed counts again. */
export class OperatorMeter {
  numRecordsIn = 0;
  numRecordsOut = 0;
  /** The newest watermark that came in, ms. */
  currentInputWatermark = LONG_MIN;
  readonly #recordsByKey = new Map<Key, number>();

  /** How many records there were of each key; none if the operator is not keyed. */
  get recordsByKey(): ReadonlyMap<Key, number> {
    return this.#recordsByKey;
  }

  countKey(key: Key): void {
    this.#recordsByKey.set(key, (this.#recordsByKey.get(key) ?? 0) + 1);
  }
}

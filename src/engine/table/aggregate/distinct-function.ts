import type { Field } from "../row.ts";
import { setOccurrences, type Accumulator } from "./accumulator.ts";
import type { AggregateFunction } from "./aggregate-function.ts";

/**
 * An aggregate over the distinct values: each value is kept with the number of its occurrences, and the inner
 * function sees it when it comes and when the last occurrence goes (what Flink's `DistinctAggCodeGen` generates).
 */
class DistinctFunction implements AggregateFunction {
  readonly #inner: AggregateFunction;

  constructor(inner: AggregateFunction) {
    this.#inner = inner;
  }

  accumulate(accumulator: Accumulator, value: Field): void {
    const occurrences = (accumulator.values.get(value) ?? 0) + 1;
    setOccurrences(accumulator, value, occurrences);
    if (occurrences === 1) this.#inner.accumulate(accumulator, value);
  }

  retract(accumulator: Accumulator, value: Field): void {
    const occurrences = (accumulator.values.get(value) ?? 0) - 1;
    setOccurrences(accumulator, value, occurrences);
    if (occurrences === 0) this.#inner.retract(accumulator, value);
  }

  merge(accumulator: Accumulator, other: Accumulator): void {
    for (const [value, occurrences] of other.values) {
      const before = accumulator.values.get(value) ?? 0;
      const after = before + occurrences;
      setOccurrences(accumulator, value, after);
      if (before <= 0 && after > 0) this.#inner.accumulate(accumulator, value);
      if (before > 0 && after <= 0) this.#inner.retract(accumulator, value);
    }
  }

  getValue(accumulator: Accumulator): Field {
    return this.#inner.getValue(accumulator);
  }
}

/** Returns `inner` over the distinct values. */
export function distinctFunction(inner: AggregateFunction): AggregateFunction {
  return new DistinctFunction(inner);
}

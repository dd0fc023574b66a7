import { compareFields } from "../compare-fields.ts";
import type { Field } from "../row.ts";
import { setOccurrences, type Accumulator } from "./accumulator.ts";
import type { AggregateFunction } from "./aggregate-function.ts";

/**
 * MIN and MAX over changes (Flink's `MinWithRetractAggFunction` and `MaxWithRetractAggFunction`): the values are
 * kept with their counts, so that the value before is there again when the extreme one is taken away. A value
 * that was taken away before it came counts -1, as in Flink, and is then found by the search for the next one.
 */
class ExtremeFunction implements AggregateFunction {
  /** 1 for MAX, -1 for MIN. */
  readonly #sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  accumulate(accumulator: Accumulator, value: Field): void {
    if (value === null) return;
    if (accumulator.size === 0 || this.#isBeyond(value, accumulator.extreme)) accumulator.extreme = value;
    const occurrences = (accumulator.values.get(value) ?? 0) + 1;
    setOccurrences(accumulator, value, occurrences);
    if (occurrences === 1) accumulator.size++;
  }

  retract(accumulator: Accumulator, value: Field): void {
    if (value === null) return;
    const occurrences = (accumulator.values.get(value) ?? 0) - 1;
    setOccurrences(accumulator, value, occurrences);
    if (occurrences !== 0) return;
    accumulator.size--;
    if (accumulator.size === 0) accumulator.extreme = null;
    else if (value === accumulator.extreme) this.#searchExtreme(accumulator);
  }

  merge(accumulator: Accumulator, other: Accumulator): void {
    const isBeyond = other.size > 0 && this.#isBeyond(other.extreme, accumulator.extreme);
    if (accumulator.size === 0 || isBeyond) accumulator.extreme = other.extreme;
    const gone: Field[] = [];
    for (const [value, occurrences] of other.values) {
      const before = accumulator.values.get(value) ?? 0;
      const after = before + occurrences;
      setOccurrences(accumulator, value, after);
      accumulator.size += Number(after > 0) - Number(before > 0);
      if (before > 0 && after <= 0) gone.push(value);
    }
    if (gone.includes(accumulator.extreme)) this.#searchExtreme(accumulator);
  }

  getValue(accumulator: Accumulator): Field {
    return accumulator.size > 0 ? accumulator.extreme : null;
  }

  #isBeyond(value: Field, extreme: Field): boolean {
    return this.#sign * compareFields(value, extreme) > 0;
  }

  #searchExtreme(accumulator: Accumulator): void {
    accumulator.extreme = null;
    let isFirst = true;
    for (const value of accumulator.values.keys()) {
      if (isFirst || this.#isBeyond(value, accumulator.extreme)) accumulator.extreme = value;
      isFirst = false;
    }
  }
}

/**
 * MIN and MAX of values that are never taken back, or only to be replaced by one that is further out (Flink's
 * `MinAggFunction` and `MaxAggFunction`): only the extreme value is kept, and a retraction is ignored.
 */
class GrowingExtremeFunction implements AggregateFunction {
  /** 1 for MAX, -1 for MIN. */
  readonly #sign: 1 | -1;

  constructor(sign: 1 | -1) {
    this.#sign = sign;
  }

  accumulate(accumulator: Accumulator, value: Field): void {
    if (value === null) return;
    const isBeyond = this.#sign * compareFields(value, accumulator.extreme) > 0;
    if (accumulator.extreme === null || isBeyond) accumulator.extreme = value;
  }

  retract(): void {}

  merge(accumulator: Accumulator, other: Accumulator): void {
    this.accumulate(accumulator, other.extreme);
  }

  getValue(accumulator: Accumulator): Field {
    return accumulator.extreme;
  }
}

/** MAX over changes, NULL if there is no value. */
export const maxFunction: AggregateFunction = new ExtremeFunction(1);

/** MIN over changes, NULL if there is no value. */
export const minFunction: AggregateFunction = new ExtremeFunction(-1);

/** MAX of values that only grow, NULL if there is no value. */
export const growingMaxFunction: AggregateFunction = new GrowingExtremeFunction(1);

/** MIN of values that only shrink, NULL if there is no value. */
export const shrinkingMinFunction: AggregateFunction = new GrowingExtremeFunction(-1);

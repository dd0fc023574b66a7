import type { Column } from "../column.ts";
import { fieldAt, isAccumulate, type Field, type Row, type RowKind } from "../row.ts";
import { createAccumulator, type Accumulator } from "./accumulator.ts";
import {
  bindAggregateCall,
  type AggregateCall,
  type BoundAggregateCall,
  type Extremes,
} from "./aggregate-call.ts";

/** What the aggregates of one group remember. */
export interface Accumulators {
  /** How many rows were added, less those taken away: the `COUNT(*)` that Flink adds to tell an empty group. */
  records: number;
  readonly calls: readonly Accumulator[];
}

/** All aggregates of a query together (Flink's generated `AggsHandleFunction`). */
export class AggregateHandler {
  readonly #calls: readonly BoundAggregateCall[];

  /** Binds the calls to a table's columns; `extremes` says for each call what becomes of MIN and MAX. */
  constructor(
    columns: readonly Column[],
    calls: readonly AggregateCall[],
    extremes: (call: AggregateCall) => Extremes,
  ) {
    this.#calls = calls.map((call) => bindAggregateCall(columns, call, extremes(call)));
  }

  /** The columns of the results. */
  get columns(): readonly Column[] {
    return this.#calls.map((call) => call.column);
  }

  createAccumulators(): Accumulators {
    return { records: 0, calls: this.#calls.map(createAccumulator) };
  }

  /** Adds the row of a change or takes it back, as its kind says. */
  apply(accumulators: Accumulators, kind: RowKind, row: Row): void {
    const adds = isAccumulate(kind);
    accumulators.records += adds ? 1 : -1;
    for (const [index, bound] of this.#calls.entries()) {
      const accumulator = accumulatorAt(accumulators, index);
      const value = argumentOf(bound, row);
      if (adds) bound.function.accumulate(accumulator, value);
      else bound.function.retract(accumulator, value);
    }
  }

  /** Adds to `accumulators` what `other` has seen. */
  merge(accumulators: Accumulators, other: Accumulators): void {
    accumulators.records += other.records;
    for (const [index, bound] of this.#calls.entries()) {
      bound.function.merge(accumulatorAt(accumulators, index), accumulatorAt(other, index));
    }
  }

  /**
   * Adds the distinct values of `other` to those of `accumulators`. Returns by how much the aggregates without
   * their DISTINCT change by that, and what `other` has of the calls that have no DISTINCT.
   */
  mergeDistinct(accumulators: Accumulators, other: Accumulators): Accumulators {
    const calls = this.#calls.map((bound, index) => {
      const partial = accumulatorAt(other, index);
      if (bound.quantifier === "all") return partial;
      const total = accumulatorAt(accumulators, index);
      const { count, sum } = total;
      bound.function.merge(total, partial);
      return { ...createAccumulator(), count: total.count - count, sum: total.sum - sum };
    });
    return { records: other.records, calls };
  }

  /** Returns the results, in the order of the calls. */
  getValue(accumulators: Accumulators): Row {
    return this.#calls.map((bound, index) => bound.function.getValue(accumulatorAt(accumulators, index)));
  }
}

function argumentOf(bound: BoundAggregateCall, row: Row): Field {
  return bound.argumentIndex < 0 ? true : fieldAt(row, bound.argumentIndex);
}

function accumulatorAt(accumulators: Accumulators, index: number): Accumulator {
  const accumulator = accumulators.calls[index];
  if (accumulator === undefined) throw new Error("accumulators of another query");
  return accumulator;
}

import type { Key } from "../../java/hash-code.ts";
import type { AggregateFunction } from "../functions.ts";
import type { StateCell } from "../state-cell.ts";
import type { AggregatingState } from "../state.ts";

/** An aggregating state on the heap: it keeps one accumulator and adds the next value to it at once. */
export class HeapAggregatingState<K extends Key, N, In, Acc, Out> implements AggregatingState<In, Out> {
  readonly #cell: StateCell<K, N, Acc>;
  readonly #aggregate: AggregateFunction<In, Acc, Out>;

  constructor(cell: StateCell<K, N, Acc>, aggregateFunction: AggregateFunction<In, Acc, Out>) {
    this.#cell = cell;
    this.#aggregate = aggregateFunction;
  }

  setCurrentNamespace(namespace: N): void {
    this.#cell.setCurrentNamespace(namespace);
  }

  get(): Out | null {
    const accumulator = this.#cell.read();
    return accumulator === undefined ? null : this.#aggregate.getResult(accumulator);
  }

  /** Adds a value; `null` clears the state, as in Flink. */
  add(value: In): boolean {
    const entry = this.#cell.entry();
    if (value === null) this.#cell.clear();
    else if (entry === undefined)
      this.#cell.add(this.#aggregate.add(value, this.#aggregate.createAccumulator()));
    else this.#cell.replace(entry, this.#aggregate.add(value, entry.value));
    return entry === undefined;
  }

  /** Replaces the accumulator. */
  updateInternal(accumulator: Acc): void {
    this.#cell.put(accumulator);
  }

  clear(): void {
    this.#cell.clear();
  }

  /** Merges the accumulators of `sources` together and then into that of `target`. */
  mergeNamespaces(target: N, sources: readonly N[]): void {
    let merged: Acc | undefined;
    for (const source of sources) {
      const accumulator = this.#cell.take(source);
      if (accumulator === undefined) continue;
      merged = merged === undefined ? accumulator : this.#aggregate.merge(merged, accumulator);
    }
    if (merged === undefined) return;
    this.#cell.setCurrentNamespace(target);
    const entry = this.#cell.entry();
    if (entry === undefined) this.#cell.add(merged);
    else this.#cell.replace(entry, this.#aggregate.merge(entry.value, merged));
  }
}

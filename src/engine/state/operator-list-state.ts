import type { ListState } from "./state.ts";

/** A list that belongs to an instance of an operator, not to a key (Flink's `PartitionableListState`). */
export class OperatorListState<T> implements ListState<T> {
  readonly #elements: T[];

  constructor(elements: readonly T[]) {
    this.#elements = [...elements];
  }

  get(): readonly T[] {
    return this.#elements;
  }

  add(value: T): void {
    this.#elements.push(value);
  }

  addAll(values: readonly T[]): void {
    this.#elements.push(...values);
  }

  update(values: readonly T[]): void {
    const replacement = [...values];
    this.#elements.length = 0;
    this.addAll(replacement);
  }

  clear(): void {
    this.#elements.length = 0;
  }
}

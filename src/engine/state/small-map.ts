/**
 * A map for what mostly has one entry: the entry used last lies beside the others, so that using it again costs one
 * comparison, and a map with a single entry holds no other.
 */
export class SmallMap<K extends string | number, V> {
  #lastKey: K;
  #lastValue: V | undefined;
  #others: Map<K, V> | undefined;

  constructor(key: K, value: V) {
    this.#lastKey = key;
    this.#lastValue = value;
  }

  get(key: K): V | undefined {
    if (key === this.#lastKey) return this.#lastValue;
    return this.#others === undefined ? undefined : this.#recall(key, this.#others);
  }

  set(key: K, value: V): void {
    if (this.#lastValue !== undefined && key !== this.#lastKey) {
      this.#others ??= new Map([[this.#lastKey, this.#lastValue]]);
    }
    this.#others?.set(key, value);
    this.#lastKey = key;
    this.#lastValue = value;
  }

  delete(key: K): void {
    this.#others?.delete(key);
    if (key === this.#lastKey) this.#lastValue = undefined;
  }

  isEmpty(): boolean {
    return this.#lastValue === undefined && (this.#others === undefined || this.#others.size === 0);
  }

  /** Returns the values in the order in which their keys came. */
  values(): Iterable<V> {
    if (this.#others !== undefined) return this.#others.values();
    return this.#lastValue === undefined ? [] : [this.#lastValue];
  }

  #recall(key: K, others: Map<K, V>): V | undefined {
    const value = others.get(key);
    if (value === undefined) return undefined;
    this.#lastKey = key;
    this.#lastValue = value;
    return value;
  }
}

import { roundUpToPowerOfTwo } from "./math-utils.ts";

const DEFAULT_CAPACITY = 16;
const LOAD_FACTOR = 0.75;
const TREEIFY_THRESHOLD = 8;
const MIN_TREEIFY_CAPACITY = 64;

/**
 * A map that iterates in the order of `java.util.HashMap`: by bucket `(h ^ h >>> 16) & (capacity - 1)`, in a
 * bucket by insertion. The capacity doubles above a load of 0.75, or when a ninth key meets eight others in a
 * bucket of a table below 64; it never shrinks. Buckets that Java would turn into trees keep their insertion order.
 * Keys must be primitives, or the same object for the same key.
 */
export class JavaHashMap<K, V> {
  readonly #hash: (key: K) => number;
  readonly #map = new Map<K, V>();
  #capacity: number;
  #ordered: readonly K[] | undefined;

  /** Makes an empty map; `expectedSize` sizes it as Flink's `CollectionUtil.newHashMapWithExpectedSize`. */
  constructor(hash: (key: K) => number, expectedSize?: number) {
    this.#hash = hash;
    this.#capacity = expectedSize === undefined ? DEFAULT_CAPACITY : capacityFor(expectedSize);
  }

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  set(key: K, value: V): void {
    const isNew = !this.#map.has(key);
    this.#map.set(key, value);
    if (isNew) this.#grow(key);
  }

  delete(key: K): boolean {
    this.#ordered = undefined;
    return this.#map.delete(key);
  }

  clear(): void {
    this.#ordered = undefined;
    this.#map.clear();
  }

  /** Returns the keys in Java's order. The array is not changed by later changes of the map. */
  keys(): readonly K[] {
    this.#ordered ??= this.#sortedKeys();
    return this.#ordered;
  }

  /** Returns the values in Java's order. */
  values(): readonly V[] {
    return this.entries().map(([, value]) => value);
  }

  /** Returns the entries in Java's order. */
  entries(): readonly (readonly [K, V])[] {
    return this.keys().map((key) => [key, this.#map.get(key) as V]);
  }

  #grow(key: K): void {
    this.#ordered = undefined;
    const crowded = this.#capacity < MIN_TREEIFY_CAPACITY && this.#isCrowded(key);
    if (crowded || this.#map.size > this.#capacity * LOAD_FACTOR) this.#capacity *= 2;
  }

  #isCrowded(key: K): boolean {
    if (this.#map.size <= TREEIFY_THRESHOLD) return false;
    const bucket = this.#bucketOf(key);
    let keys = 0;
    for (const other of this.#map.keys()) {
      if (this.#bucketOf(other) === bucket) keys++;
    }
    return keys > TREEIFY_THRESHOLD;
  }

  #bucketOf(key: K): number {
    const hash = this.#hash(key);
    return (hash ^ (hash >>> 16)) & (this.#capacity - 1);
  }

  #sortedKeys(): readonly K[] {
    return [...this.#map.keys()]
      .map((key) => ({ key, bucket: this.#bucketOf(key) }))
      .sort((a, b) => a.bucket - b.bucket)
      .map(({ key }) => key);
  }
}

/** Returns the table size that Java chooses for Flink's "expected size": `ceil(n / 0.75)`, `n + 1` for n up to 2. */
function capacityFor(expectedSize: number): number {
  const required = expectedSize <= 2 ? expectedSize + 1 : Math.ceil(expectedSize / LOAD_FACTOR);
  return roundUpToPowerOfTwo(required);
}

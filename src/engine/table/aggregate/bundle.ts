import type { JavaHashMap } from "../../java/java-hash-map.ts";
import { binaryRowMap } from "../binary-row.ts";
import type { SqlType } from "../column.ts";
import { keyOf, type Row } from "../row.ts";

/** The value that a bundle has gathered for a key. */
export interface BundleEntry<V> {
  readonly keyFields: Row;
  readonly value: V;
}

/** What a bundle needs to know. */
export interface BundleOptions {
  /** How many elements it holds; they are not its keys. */
  readonly size: number;
  readonly keyTypes: readonly SqlType[];
}

/** What a bundle makes of its elements (Flink's `MapBundleFunction`). */
export interface BundleFunction<In, V> {
  /** Returns the value of a key after one more element; `undefined` is the value of a key that is new. */
  readonly addInput: (value: V | undefined, input: In) => V;
  /** Called when the bundle is finished and not empty, with its keys in the order of Flink's hash map. */
  readonly finishBundle: (entries: readonly BundleEntry<V>[]) => void;
}

/**
 * Gathers elements by key until there are `size` of them (Flink's `AbstractMapBundleOperator` with a
 * `CountBundleTrigger`).
 */
export class Bundle<In, V> {
  readonly #size: number;
  readonly #function: BundleFunction<In, V>;
  readonly #entries: JavaHashMap<string, BundleEntry<V>>;
  #count = 0;

  constructor(options: BundleOptions, bundleFunction: BundleFunction<In, V>) {
    this.#size = options.size;
    this.#function = bundleFunction;
    this.#entries = binaryRowMap(options.keyTypes);
  }

  add(keyFields: Row, input: In): void {
    const key = keyOf(keyFields);
    const value = this.#function.addInput(this.#entries.get(key)?.value, input);
    this.#entries.set(key, { keyFields, value });
    this.#count++;
    if (this.#count >= this.#size) this.finish();
  }

  /** Hands out what has been gathered, at the bundle's size, at a mark of time or at the end of the input. */
  finish(): void {
    const entries = this.#entries.values();
    this.#entries.clear();
    this.#count = 0;
    if (entries.length > 0) this.#function.finishBundle(entries);
  }
}

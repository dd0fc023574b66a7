import { serializedSize } from "./serialized-size.ts";

/** An entry of keyed state, as far as its size goes. */
interface SizedEntry {
  readonly key: unknown;
  readonly namespace: unknown;
  readonly value: unknown;
}

/** The bytes of all keyed state of one instance of an operator. What has changed is measured anew when somebody asks. */
export class StateSize {
  readonly #sizes = new Map<SizedEntry, number>();
  readonly #changed = new Set<SizedEntry>();
  #bytes = 0;

  /** An entry is new, or its value is another one. */
  entryChanged(entry: SizedEntry): void {
    this.#changed.add(entry);
  }

  entryRemoved(entry: SizedEntry): void {
    this.#changed.delete(entry);
    this.#bytes -= this.#sizes.get(entry) ?? 0;
    this.#sizes.delete(entry);
  }

  /** Returns the bytes of all entries, with their keys and namespaces, as they are now. */
  bytes(): number {
    for (const entry of this.#changed) this.#measure(entry);
    this.#changed.clear();
    return this.#bytes;
  }

  #measure(entry: SizedEntry): void {
    const { key, namespace, value } = entry;
    const size = serializedSize(key) + serializedSize(namespace) + serializedSize(value);
    this.#bytes += size - (this.#sizes.get(entry) ?? 0);
    this.#sizes.set(entry, size);
  }
}

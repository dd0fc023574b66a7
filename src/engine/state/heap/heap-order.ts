import { HeapChains } from "./heap-chains.ts";

/** What the order of an entry depends on. */
export interface HeapPlace<E> {
  readonly entry: E;
  readonly keyGroup: number;
  /** The Java hash of the key xor that of the namespace. */
  readonly hash: number;
}

/** Returns entries, given in the order in which they came, in the order in which Flink's heap tables iterate. */
export function inHeapOrder<E>(arrivals: readonly HeapPlace<E>[]): readonly E[] {
  if (arrivals.length < 2) return arrivals.map(({ entry }) => entry);
  const groups = new Map<number, HeapChains<E>>();
  for (const { entry, keyGroup, hash } of arrivals) {
    const chains = groups.get(keyGroup) ?? new HeapChains<E>();
    chains.add(entry, hash);
    groups.set(keyGroup, chains);
  }
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, chains]) => chains.entries());
}

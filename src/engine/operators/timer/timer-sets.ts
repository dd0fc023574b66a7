import type { Key } from "../../java/hash-code.ts";
import { JavaHashMap } from "../../java/java-hash-map.ts";
import type { KeyHashing } from "../../state/key-hashing.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type { TimerHeapInternalTimer } from "./internal-timer.ts";
import { hashTimer } from "./timer-snapshot.ts";

/** Entries that all the sets of a queue have room for at first (Flink's `minimumCapacity`). */
const MINIMUM_CAPACITY = 128;

/**
 * The timers of one queue by key group, in the hash sets that Flink's `HeapPriorityQueueSet` has beside its heap. A
 * snapshot has timers in their order, which depends on how many there have ever been.
 */
export class TimerSets<K extends Key, N> {
  readonly #sets = new Map<number, JavaHashMap<TimerHeapInternalTimer<K, N>, number>>();
  readonly #hashing: KeyHashing;
  readonly #namespaceType: NamespaceType<N>;
  readonly #expectedSize: number;

  /** `keyGroups` is the number of key groups of the operator's instance. */
  constructor(hashing: KeyHashing, namespaceType: NamespaceType<N>, keyGroups: number) {
    this.#hashing = hashing;
    this.#namespaceType = namespaceType;
    this.#expectedSize = 1 + Math.floor(MINIMUM_CAPACITY / keyGroups);
  }

  add(timer: TimerHeapInternalTimer<K, N>): void {
    const keyGroup = this.#hashing.keyGroup(timer.key);
    const set = this.#sets.get(keyGroup) ?? this.#newSet();
    this.#sets.set(keyGroup, set);
    set.set(timer, keyGroup);
  }

  delete(timer: TimerHeapInternalTimer<K, N>): void {
    this.#sets.get(this.#hashing.keyGroup(timer.key))?.delete(timer);
  }

  /** Returns all timers, by key group, and in it in the order of its set. */
  timers(): readonly TimerHeapInternalTimer<K, N>[] {
    return [...this.#sets].sort(([one], [other]) => one - other).flatMap(([, set]) => set.keys());
  }

  #newSet(): JavaHashMap<TimerHeapInternalTimer<K, N>, number> {
    const hash = (timer: TimerHeapInternalTimer<K, N>) =>
      hashTimer(timer, this.#hashing, this.#namespaceType);
    return new JavaHashMap(hash, this.#expectedSize);
  }
}

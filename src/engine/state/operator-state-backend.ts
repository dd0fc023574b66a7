import type { Key } from "../java/hash-code.ts";
import { copyValue } from "./copy-value.ts";
import { HeapBroadcastState } from "./heap-broadcast-state.ts";
import { OperatorListState } from "./operator-list-state.ts";
import type { OperatorStateSnapshot, RedistributionMode } from "./operator-snapshot.ts";
import type { ListStateDescriptor, MapStateDescriptor } from "./state-descriptor.ts";
import type { BroadcastState, ListState } from "./state.ts";

interface RegisteredList {
  readonly mode: RedistributionMode;
  readonly state: OperatorListState<unknown>;
}

const NO_OPERATOR_STATE: OperatorStateSnapshot = { lists: [], broadcasts: [] };

/** The state of one instance of an operator that belongs to no key (Flink's `DefaultOperatorStateBackend`). */
export class OperatorStateBackend {
  readonly #lists = new Map<string, RegisteredList>();
  readonly #broadcasts = new Map<string, HeapBroadcastState<Key, unknown>>();

  constructor(restored: OperatorStateSnapshot = NO_OPERATOR_STATE) {
    for (const { name, mode, elements } of restored.lists) {
      this.#lists.set(name, { mode, state: new OperatorListState(copyValue(elements)) });
    }
    for (const { name, keyType, entries } of restored.broadcasts) {
      this.#broadcasts.set(name, new HeapBroadcastState(copyValue(entries), keyType));
    }
  }

  /** Returns a list whose elements are dealt out to the instances after a change of parallelism. */
  getListState<T>(descriptor: ListStateDescriptor<T>): ListState<T> {
    return this.#list(descriptor, "split");
  }

  /** Returns a list that after a restore holds the elements of all instances, in each of them. */
  getUnionListState<T>(descriptor: ListStateDescriptor<T>): ListState<T> {
    return this.#list(descriptor, "union");
  }

  /** Returns a map that every instance holds whole. */
  getBroadcastState<K extends Key, V>(descriptor: MapStateDescriptor<K, V>): BroadcastState<K, V> {
    const known = this.#broadcasts.get(descriptor.name);
    if (known !== undefined) return known as unknown as BroadcastState<K, V>;
    const state = new HeapBroadcastState<Key, unknown>([], descriptor.keyType);
    this.#broadcasts.set(descriptor.name, state);
    return state as unknown as BroadcastState<K, V>;
  }

  /** Returns a copy of all operator state. */
  snapshot(): OperatorStateSnapshot {
    if (this.#lists.size === 0 && this.#broadcasts.size === 0) return NO_OPERATOR_STATE;
    return {
      lists: [...this.#lists].map(([name, { mode, state }]) => ({
        name,
        mode,
        elements: copyValue(state.get()),
      })),
      broadcasts: [...this.#broadcasts].map(([name, state]) => ({
        name,
        keyType: state.keyType,
        entries: copyValue(state.immutableEntries()),
      })),
    };
  }

  #list<T>(descriptor: ListStateDescriptor<T>, mode: RedistributionMode): ListState<T> {
    const known = this.#lists.get(descriptor.name);
    if (known !== undefined) return known.state as unknown as ListState<T>;
    const state = new OperatorListState<unknown>([]);
    this.#lists.set(descriptor.name, { mode, state });
    return state as unknown as ListState<T>;
  }
}

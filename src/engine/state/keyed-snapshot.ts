import type { Key, KeyType } from "../java/hash-code.ts";
import type { NamespaceType } from "./namespace.ts";
import type { StateDescriptor } from "./state-descriptor.ts";

/** What a table of keyed state must know to be there before anybody describes its state again. */
export interface StateMeta<N> {
  readonly name: string;
  readonly type: StateDescriptor["type"];
  readonly namespaceType: NamespaceType<N>;
  /** The type of the keys of a map state, if it was given. */
  readonly mapKeyType: KeyType | undefined;
}

/** One entry of keyed state in a snapshot; its value shares nothing mutable with running state. */
export interface KeyedEntrySnapshot {
  readonly keyGroup: number;
  readonly key: Key;
  readonly namespace: unknown;
  /** The value as a copy; of a map state the list of its entries. */
  readonly value: unknown;
}

/** One keyed state in a snapshot: its entries by key group, in the order of the heap. */
export interface StateTableSnapshot {
  readonly meta: StateMeta<unknown>;
  readonly entries: readonly KeyedEntrySnapshot[];
}

/** All keyed state of one instance of an operator. */
export interface KeyedStateSnapshot {
  readonly tables: readonly StateTableSnapshot[];
}

import { type Key, hashCode } from "../java/hash-code.ts";
import { JavaHashMap } from "../java/java-hash-map.ts";
import { copyStoredValue } from "./copy-stored-value.ts";
import { copyValue } from "./copy-value.ts";
import { inHeapOrder } from "./heap/heap-order.ts";
import type { KeyHashing } from "./key-hashing.ts";
import type { StateMeta, StateTableSnapshot } from "./keyed-snapshot.ts";
import { type StateEntry, StateTable } from "./state-table.ts";

/** Returns the entries of a table in the order in which Flink's heap iterates. */
export function entriesInHeapOrder<K extends Key, N, V>(
  table: StateTable<K, N, V>,
  hashing: KeyHashing,
): readonly StateEntry<K, N, V>[] {
  return inHeapOrder(
    table.entries().map((entry) => ({
      entry,
      keyGroup: hashing.keyGroup(entry.key),
      hash: hashing.hash(entry.key) ^ table.meta.namespaceType.hash(entry.namespace),
    })),
  );
}

/** Returns a copy of a table. */
export function snapshotTable<K extends Key>(
  table: StateTable<K, unknown, unknown>,
  hashing: KeyHashing,
): StateTableSnapshot {
  const entries = entriesInHeapOrder(table, hashing).map(({ key, namespace, value }) => ({
    keyGroup: hashing.keyGroup(key),
    key,
    namespace,
    value: copyStoredValue(value),
  }));
  return { meta: table.meta, entries };
}

/** Returns a table with the entries of a snapshot, which stays as it is. */
export function restoreTable<K extends Key>(snapshot: StateTableSnapshot): StateTable<K, unknown, unknown> {
  const { meta } = snapshot;
  const table = new StateTable<K, unknown, unknown>(meta);
  for (const { key, namespace, value } of snapshot.entries) {
    const entry = { key: key as K, namespace, value: copyIn(value, meta) };
    table.add(entry, meta.namespaceType.id(namespace));
  }
  return table;
}

/** A map that is read back is as large as its entries need, so its order may change: so it is in Flink. */
function copyIn(value: unknown, meta: StateMeta<unknown>): unknown {
  if (meta.type !== "map") return copyValue(value);
  const entries = copyValue(value as readonly (readonly [Key, unknown])[]);
  const map = new JavaHashMap<Key, unknown>((key) => hashCode(key, meta.mapKeyType), entries.length);
  for (const [key, item] of entries) map.set(key, item);
  return map;
}

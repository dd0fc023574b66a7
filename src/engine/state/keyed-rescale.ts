import type { KeyGroupRange } from "./key-groups.ts";
import type { KeyedStateSnapshot, StateTableSnapshot } from "./keyed-snapshot.ts";

/** Whether a key group is among those of a range. */
export function isInRange(keyGroup: number, { start, end }: KeyGroupRange): boolean {
  return start <= keyGroup && keyGroup <= end;
}

/** Returns the keyed state of an instance that owns `range`, out of the snapshots of all instances before. */
export function keyedStateOf(
  range: KeyGroupRange,
  snapshots: readonly KeyedStateSnapshot[],
): KeyedStateSnapshot {
  const tables = new Map<string, StateTableSnapshot>();
  for (const { meta, entries } of snapshots.flatMap((snapshot) => snapshot.tables)) {
    const owned = entries.filter(({ keyGroup }) => isInRange(keyGroup, range));
    tables.set(meta.name, { meta, entries: [...(tables.get(meta.name)?.entries ?? []), ...owned] });
  }
  return { tables: [...tables.values()] };
}

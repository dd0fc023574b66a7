import { joinColumns } from "../column.ts";
import type { Table } from "../table.ts";

type Keys = readonly (readonly string[])[];

/** The parts of a join by which the keys of its result are known. */
export interface JoinKeysSpec {
  readonly type: "inner" | "left" | "right" | "full" | "semi" | "anti";
  readonly on: readonly (readonly [left: string, right: string])[];
}

/**
 * Returns the upsert keys of a join (the planner's `FlinkRelMdUpsertKeys`). A key of a side counts only if it holds
 * the join columns, for changes are dealt out by those. The keys of both sides together are a key; that of one side
 * alone is one if the other has at most one row a join key, and this side is never padded with NULLs.
 */
export function joinUpsertKeys(left: Table, right: Table, spec: JoinKeysSpec): Keys {
  const leftColumns = spec.on.map(([name]) => name);
  const rightColumns = spec.on.map(([, name]) => name);
  const leftKeys = keysWith(left, leftColumns);
  if (spec.type === "semi" || spec.type === "anti") return leftKeys;
  const rightKeys = renamed(keysWith(right, rightColumns), left, right);
  const paired = leftKeys.flatMap((leftKey) => rightKeys.map((rightKey) => [...leftKey, ...rightKey]));
  const leftIsKey = isUnique(right, rightColumns) && (spec.type === "inner" || spec.type === "left");
  const rightIsKey = isUnique(left, leftColumns) && (spec.type === "inner" || spec.type === "right");
  return [...(leftIsKey ? leftKeys : []), ...(rightIsKey ? rightKeys : []), ...paired];
}

/** Returns the keys of a table that hold all of these columns. */
export function keysWith(table: Table, columns: readonly string[]): Keys {
  return table.upsertKeys.filter((key) => columns.every((column) => key.includes(column)));
}

/** Says whether there is at most one row for these columns. */
function isUnique(table: Table, columns: readonly string[]): boolean {
  return table.upsertKeys.some((key) => key.every((column) => columns.includes(column)));
}

function renamed(keys: Keys, left: Table, right: Table): Keys {
  const names = joinColumns(left.columns, right.columns).slice(left.columns.length);
  const nameOf = (column: string) => {
    const index = right.columns.findIndex((other) => other.name === column);
    return names[index]?.name ?? column;
  };
  return keys.map((key) => key.map(nameOf));
}

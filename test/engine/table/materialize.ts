import type { Row } from "../../../src/engine/table/row.ts";
import type { Change } from "./play.ts";

/**
 * Returns the rows that a changelog leaves, in order of their text. Throws if it takes back a row that is not there:
 * no operator may do that.
 */
export function materialize(changes: readonly Change[]): readonly Row[] {
  const rows: string[] = [];
  for (const [kind, ...fields] of changes) {
    const text = JSON.stringify(fields);
    if (kind === "+I" || kind === "+U") {
      rows.push(text);
      continue;
    }
    const index = rows.indexOf(text);
    if (index < 0) throw new Error(`${kind} of a row that is not there: ${text}`);
    rows.splice(index, 1);
  }
  return rows.sort().map((text) => JSON.parse(text) as Row);
}

/** Returns what an upsert stream by `keys` (the places of its columns) leaves, in order of the rows' text. */
export function materializeUpserts(changes: readonly Change[], keys: readonly number[]): readonly Row[] {
  const rows = new Map<string, string>();
  for (const [kind, ...fields] of changes) {
    const key = JSON.stringify(keys.map((index) => fields[index]));
    if (kind === "+I" || kind === "+U") rows.set(key, JSON.stringify(fields));
    else rows.delete(key);
  }
  return [...rows.values()].sort().map((text) => JSON.parse(text) as Row);
}

/** Returns rows in the order in which `materialize` returns them. */
export function sortRows(rows: readonly Row[]): readonly Row[] {
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .map((text) => JSON.parse(text) as Row);
}

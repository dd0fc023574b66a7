import type { Part } from "./part.ts";

/**
 * Returns the parts of a table that should be merged next, an empty list if there is nothing to do: so many neighbours of
 * one level in one partition. Merging equals keeps the number of times that a row is written small, as ClickHouse's own
 * selector does with a finer measure.
 */
export function selectMerge(parts: readonly Part[], partsPerMerge: number): readonly Part[] {
  let run: Part[] = [];
  for (const part of parts.toSorted(byPartitionAndBlock)) {
    const [first] = run;
    const isNeighbour =
      first !== undefined && first.partition === part.partition && first.level === part.level;
    run = isNeighbour ? [...run, part] : [part];
    if (run.length === partsPerMerge) return run;
  }
  return [];
}

function byPartitionAndBlock(one: Part, other: Part): number {
  if (one.partition !== other.partition) return one.partition < other.partition ? -1 : 1;
  return one.minBlock - other.minBlock;
}

import type { Field } from "./row.ts";

/** Compares two fields of one column: below 0 if `a` is less. NULL is less than anything, as Flink sorts it. */
export function compareFields(a: Field, b: Field): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

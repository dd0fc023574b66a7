/**
 * How the values of a column move when rows are updated (the planner's `ModifiedMonotonicity`): never (`constant`),
 * only upwards, as counts do, only downwards, or anyhow.
 */
export type Monotonicity = "constant" | "increasing" | "decreasing" | "not-monotonic";

/** The movement of each column of a table; none if rows may be deleted, for then nothing can be said. */
export type TableMonotonicity = readonly Monotonicity[] | undefined;

/** Returns the same movement for `count` columns. */
export function uniformMonotonicity(count: number, monotonicity: Monotonicity): readonly Monotonicity[] {
  return Array.from({ length: count }, () => monotonicity);
}

/** Says whether rows are never updated nor deleted. */
export function isAppendOnly(monotonicity: TableMonotonicity): boolean {
  return monotonicity !== undefined && monotonicity.every((movement) => movement === "constant");
}

/** Returns the movement of `count` columns of a table that makes no updates itself and hides which column is which. */
export function inheritedMonotonicity(input: TableMonotonicity, count: number): TableMonotonicity {
  if (input === undefined) return undefined;
  return uniformMonotonicity(count, isAppendOnly(input) ? "constant" : "not-monotonic");
}

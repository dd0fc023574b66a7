import type { Condition } from "./condition.ts";
import { fitsColumn, type Row, type SqlValue } from "./sql-value.ts";
import type { TableSchema } from "./table-schema.ts";

/**
 * Returns the part of a WHERE clause that an index answers, `null` if every row has to be looked at. An index helps with
 * comparisons of its column that all rows of the answer must fulfil; `<>` and LIKE are none of them here, although a
 * real optimizer uses some prefixes.
 */
export function indexableCondition(schema: TableSchema, where: Condition | undefined): Condition | null {
  if (where === undefined) return null;
  const indexed = new Set([schema.primaryKey[0], ...(schema.indexes ?? [])]);
  const conjuncts = where.type === "and" ? where.conditions : [where];
  const useful = conjuncts.filter(isIndexable).filter(({ column }) => indexed.has(column));
  const [first] = useful;
  if (first === undefined) return null;
  return { type: "and", conditions: useful.filter(({ column }) => column === first.column) };
}

/** Returns the primary key of the one row that a WHERE clause can mean, `null` if it does not name a whole key. */
export function namedKey(schema: TableSchema, where: Condition | undefined): Row | null {
  if (where === undefined) return null;
  const conjuncts = where.type === "and" ? where.conditions : [where];
  const values = schema.primaryKey.map((column) => [column, valueNamedFor(column, conjuncts)] as const);
  const isWhole = values.every(([column, value]) =>
    schema.columns.some(({ name, type }) => name === column && fitsColumn(value, type)),
  );
  return isWhole ? Object.fromEntries(values) : null;
}

/** Returns the value that a column must have; NULL, which nothing equals, if no condition says it. */
function valueNamedFor(column: string, conjuncts: readonly Condition[]): SqlValue {
  const equality = conjuncts.find(
    (condition) =>
      condition.type === "comparison" && condition.operator === "=" && condition.column === column,
  );
  return equality?.type === "comparison" ? equality.value : null;
}

function isIndexable(condition: Condition): condition is Condition & { readonly column: string } {
  switch (condition.type) {
    case "comparison":
      return condition.operator !== "<>";
    case "in":
    case "is-null":
      return true;
    case "like":
    case "is-not-null":
    case "and":
    case "or":
    case "not":
      return false;
  }
}

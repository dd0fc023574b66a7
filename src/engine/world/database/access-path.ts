import type { Condition } from "./condition.ts";
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

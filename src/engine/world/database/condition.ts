import { unreachable } from "../../java/unreachable.ts";
import { compareSqlValues, type Collation, type Row, type SqlValue } from "./sql-value.ts";

/** How two values are compared. */
export type ComparisonOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** What a WHERE clause says: the part of SQL that a database evaluates by itself. */
export type Condition =
  | {
      readonly type: "comparison";
      readonly column: string;
      readonly operator: ComparisonOperator;
      readonly value: SqlValue;
    }
  | { readonly type: "in"; readonly column: string; readonly values: readonly SqlValue[] }
  /** `%` stands for any text, `_` for one character. */
  | { readonly type: "like"; readonly column: string; readonly pattern: string }
  | { readonly type: "is-null" | "is-not-null"; readonly column: string }
  | { readonly type: "and" | "or"; readonly conditions: readonly Condition[] }
  | { readonly type: "not"; readonly condition: Condition };

/** What a condition is for a row: `null` is SQL's UNKNOWN, which a WHERE clause does not let through. */
export type TruthValue = boolean | null;

/** Returns what a condition is for a row, by SQL's logic of three values. A column that is not there is NULL. */
export function evaluateCondition(condition: Condition, row: Row, collation: Collation): TruthValue {
  switch (condition.type) {
    case "comparison":
      return compare(row[condition.column] ?? null, condition.operator, condition.value, collation);
    case "in":
      return or(
        condition.values.map((value) => compare(row[condition.column] ?? null, "=", value, collation)),
      );
    case "like":
      return like(row[condition.column] ?? null, condition.pattern, collation);
    case "is-null":
      return (row[condition.column] ?? null) === null;
    case "is-not-null":
      return (row[condition.column] ?? null) !== null;
    case "and":
      return and(condition.conditions.map((part) => evaluateCondition(part, row, collation)));
    case "or":
      return or(condition.conditions.map((part) => evaluateCondition(part, row, collation)));
    case "not":
      return not(evaluateCondition(condition.condition, row, collation));
    default:
      return unreachable(condition);
  }
}

function compare(
  one: SqlValue,
  operator: ComparisonOperator,
  other: SqlValue,
  collation: Collation,
): TruthValue {
  if (one === null || other === null) return null;
  const difference = compareSqlValues(one, other, collation);
  switch (operator) {
    case "=":
      return difference === 0;
    case "<>":
      return difference !== 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    default:
      return unreachable(operator);
  }
}

function like(value: SqlValue, pattern: string, collation: Collation): TruthValue {
  if (value === null) return null;
  const escaped = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const source = escaped.replaceAll("%", "[^]*").replaceAll("_", "[^]");
  const flags = collation === "binary" ? "u" : "iu";
  return new RegExp(`^${source}$`, flags).test(String(value));
}

function and(values: readonly TruthValue[]): TruthValue {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

function or(values: readonly TruthValue[]): TruthValue {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

function not(value: TruthValue): TruthValue {
  return value === null ? null : !value;
}

import type { Projection } from "../table/calc.ts";
import type { Condition } from "../table/condition.ts";
import type { Row } from "../table/row.ts";
import { evaluate, scopeOf, type Scope } from "./expression.ts";
import { asList } from "./json-fields.ts";
import { isList, type Json } from "./json.ts";
import { asText, toField } from "./sql-fields.ts";

/** The calls that give NULL for a column that is NULL, as SQL has it; a literal null asks whether one is. */
const strictCalls = new Set([
  "+",
  "-",
  "*",
  "/",
  "div",
  "%",
  "abs",
  "concat",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
]);

/** Makes a condition of an expression whose variables are columns. NULL for unknown is false. */
export function toCondition(expression: Json): Condition {
  const of = columnsIn(expression);
  return { of, holds: (fields) => evaluateSql(expression, columnScope(of, fields)) === true };
}

/** Makes a column of a SELECT of `[name, expression]`. */
export function toProjection(item: Json): Projection {
  const [name = null, expression = null] = asList(item);
  const as = asText(name);
  const of = columnsIn(expression);
  const [column] = of;
  if (column !== undefined && expression === `$${column}`) return { as, column };
  const compute = (fields: Row) => toField(evaluateSql(expression, columnScope(of, fields)));
  return { as, type: "BIGINT", of, compute };
}

/** Returns the value of an expression with SQL's NULL, which is null here: what is computed of it is NULL too. */
function evaluateSql(expression: Json, scope: Scope): Json {
  if (!isList(expression) || expression[0] === "lit") return evaluate(expression, scope);
  const [name, ...operands] = expression;
  const values = operands.map((operand) => evaluateSql(operand, scope));
  if (isUnknown(asText(name), operands, values)) return null;
  return evaluate([asText(name), ...values.map((value) => ["lit", value])], scope);
}

/** Says whether a call is NULL because one of its operands is. */
function isUnknown(name: string, operands: readonly Json[], values: readonly Json[]): boolean {
  if (name === "and") return !values.includes(false) && values.includes(null);
  if (name === "or") return !values.includes(true) && values.includes(null);
  if (!strictCalls.has(name)) return false;
  return operands.some((operand, index) => operand !== null && values[index] === null);
}

function columnScope(names: readonly string[], fields: Row): Scope {
  return scopeOf(Object.fromEntries(names.map((name, index) => [name, fields[index] ?? null])));
}

/** Returns the columns that an expression reads, each once. */
function columnsIn(expression: Json): readonly string[] {
  if (typeof expression === "string" && expression.startsWith("$")) return [expression.slice(1)];
  if (!isList(expression) || expression[0] === "lit") return [];
  return [...new Set(expression.slice(1).flatMap(columnsIn))];
}

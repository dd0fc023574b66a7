import { compareJson, deepEqual, type Json } from "./json.ts";

/** The calls that compare, by name. */
export const comparisonCalls: { readonly [name: string]: (...operands: readonly Json[]) => Json } = {
  "==": (left = null, right = null) => deepEqual(left, right),
  "!=": (left = null, right = null) => !deepEqual(left, right),
  "<": (left = null, right = null) => compareJson(left, right) < 0,
  "<=": (left = null, right = null) => compareJson(left, right) <= 0,
  ">": (left = null, right = null) => compareJson(left, right) > 0,
  ">=": (left = null, right = null) => compareJson(left, right) >= 0,
  min: (...operands) =>
    operands.reduce((least, operand) => (compareJson(operand, least) < 0 ? operand : least)),
  max: (...operands) => operands.reduce((most, operand) => (compareJson(operand, most) > 0 ? operand : most)),
  not: (operand) => operand !== true,
};

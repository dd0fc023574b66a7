import { RuntimeException } from "../java/exceptions.ts";
import { floorMod } from "../java/long.ts";
import type { Json } from "./json.ts";

/** Returns a value that must be a number. Throws a RuntimeException if it is none. */
export function numberOf(value: Json | undefined): number {
  if (value === "MIN") return -Infinity;
  if (value === "MAX") return Infinity;
  if (typeof value === "number") return value;
  throw new RuntimeException(`${JSON.stringify(value ?? null)} is not a number.`);
}

/** The calls over numbers, by name. A result without a fraction is a long. */
export const arithmeticCalls: { readonly [name: string]: (...operands: readonly Json[]) => Json } = {
  "+": (...operands) => operands.map(numberOf).reduce((sum, operand) => sum + operand, 0),
  "*": (...operands) => operands.map(numberOf).reduce((product, operand) => product * operand, 1),
  "-": (...operands) => minus(operands.map(numberOf)),
  "/": (dividend, divisor) => numberOf(dividend) / numberOf(divisor),
  div: (dividend, divisor) => Math.floor(numberOf(dividend) / numberOf(divisor)),
  "%": (dividend, divisor) => floorMod(numberOf(dividend), numberOf(divisor)),
  abs: (operand) => Math.abs(numberOf(operand)),
};

function minus(operands: readonly number[]): number {
  const [first = 0, ...others] = operands;
  return others.length === 0 ? -first : others.reduce((difference, operand) => difference - operand, first);
}

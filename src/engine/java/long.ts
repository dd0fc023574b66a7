/** `Long.MIN_VALUE` of a time in ms. Sums with it stay it, as Flink's overflow guards want. */
export const LONG_MIN = -Infinity;

/** `Long.MAX_VALUE` of a time in ms. Sums with it stay it, as Flink's overflow guards want. */
export const LONG_MAX = Infinity;

/** Returns `Math.floorMod(dividend, divisor)` of Java: the result has the sign of the divisor. */
export function floorMod(dividend: number, divisor: number): number {
  const remainder = dividend % divisor;
  return remainder !== 0 && remainder < 0 !== divisor < 0 ? remainder + divisor : remainder + 0;
}

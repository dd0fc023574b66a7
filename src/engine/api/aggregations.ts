import type { ReduceFunction } from "../state/functions.ts";

/** The names of those fields of an element that are numbers. */
export type NumericField<T> = { readonly [F in keyof T]: T[F] extends number ? F : never }[keyof T];

/** Returns the first element with the sum of a field (Flink's `SumAggregator`). */
export function sumOf<T>(field: NumericField<T>): ReduceFunction<T> {
  return (left, right) => ({ ...left, [field]: numberIn(left, field) + numberIn(right, field) });
}

/** Returns the first element with the smaller value of a field (Flink's `ComparableAggregator`, `min`). */
export function smallest<T>(field: NumericField<T>): ReduceFunction<T> {
  return (left, right) => ({ ...left, [field]: Math.min(numberIn(left, field), numberIn(right, field)) });
}

/** Returns the first element with the larger value of a field (`max`). */
export function largest<T>(field: NumericField<T>): ReduceFunction<T> {
  return (left, right) => ({ ...left, [field]: Math.max(numberIn(left, field), numberIn(right, field)) });
}

/** Returns the element with the smaller value of a field, the first of two equal ones (`minBy`). */
export function lesserBy<T>(field: NumericField<T>): ReduceFunction<T> {
  return (left, right) => (numberIn(right, field) < numberIn(left, field) ? right : left);
}

/** Returns the element with the larger value of a field, the first of two equal ones (`maxBy`). */
export function greaterBy<T>(field: NumericField<T>): ReduceFunction<T> {
  return (left, right) => (numberIn(right, field) > numberIn(left, field) ? right : left);
}

function numberIn<T>(element: T, field: NumericField<T>): number {
  return Number(element[field]);
}

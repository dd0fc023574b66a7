import { IllegalArgumentException } from "../java/exceptions.ts";
import { describeOption, getOption } from "./config-option.ts";
import type { ConfigOption, Configuration } from "./config-option.ts";
import { doubleToString } from "./double-to-string.ts";
import { IllegalConfigurationException } from "./illegal-configuration-exception.ts";
import { multiply, toHumanReadableString } from "./memory-size.ts";
import type { MemorySize } from "./memory-size.ts";

/** A part of the memory that is a fraction of another one, within a least and a greatest size. */
export interface RangeFraction {
  readonly min: MemorySize;
  readonly max: MemorySize;
  /** At least 0 and below 1. */
  readonly fraction: number;
}

/**
 * Reads the fraction that goes with a range. Flink keeps fractions as `float` and computes with `double`, so 0.1
 * is 0.10000000149011612 (`ProcessMemoryUtils:getRangeFraction`).
 * Throws an `IllegalConfigurationException` if the range is empty or the fraction not in [0, 1).
 */
export function getRangeFraction(
  configuration: Configuration,
  range: { readonly min: MemorySize; readonly max: MemorySize },
  fractionOption: ConfigOption<number>,
): RangeFraction {
  const fraction = Math.fround(getOption(configuration, fractionOption) ?? 0);
  const problem = findProblem({ ...range, fraction });
  if (problem === null) return { ...range, fraction };
  const { min, max } = range;
  throw new IllegalConfigurationException(
    `Inconsistently configured ${describeOption(fractionOption)} (${doubleToString(fraction)}) and its ` +
      `min (${toHumanReadableString(min)}), max (${toHumanReadableString(max)}) value`,
    { cause: new IllegalArgumentException(problem) },
  );
}

function findProblem({ min, max, fraction }: RangeFraction): string | null {
  if (min > max) return "min value must be less or equal to max value";
  return fraction >= 0 && fraction < 1 ? null : "fraction must be in range [0, 1)";
}

/** Returns the fraction of `base`, kept within the range (`ProcessMemoryUtils:deriveWithFraction`). */
export function deriveWithFraction(base: MemorySize, range: RangeFraction): MemorySize {
  return capToRange(multiply(base, range.fraction), range);
}

/**
 * Returns the part that is the fraction of a whole whose rest is `base`, kept within the range
 * (`ProcessMemoryUtils:deriveWithInverseFraction`).
 */
export function deriveWithInverseFraction(base: MemorySize, range: RangeFraction): MemorySize {
  return capToRange(multiply(base, range.fraction / (1 - range.fraction)), range);
}

function capToRange(size: MemorySize, { min, max }: RangeFraction): MemorySize {
  if (size > max) return max;
  return size < min ? min : size;
}

/** Tells whether a size lies within the range, its ends included. */
export function isInRange(size: MemorySize, { min, max }: RangeFraction): boolean {
  return size >= min && size <= max;
}

/** Writes a range for messages, for example `[64.000mb (67108864 bytes), 1024.000mb (1073741824 bytes)]`. */
export function describeRange({ min, max }: RangeFraction): string {
  return `[${toHumanReadableString(min)}, ${toHumanReadableString(max)}]`;
}

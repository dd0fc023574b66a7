import { roundUp, type Resource } from "./resource.ts";

/**
 * What a scheduler counts: memory only (`DefaultResourceCalculator`, which lets a node run more threads than it has
 * cores), or memory and cores (`DominantResourceCalculator`).
 */
export type ResourceCalculator = "memory" | "memory-and-vcores";

/** Whether one resource has room in another. */
export function fitsIn(small: Resource, large: Resource, calculator: ResourceCalculator): boolean {
  if (small.memoryMb > large.memoryMb) return false;
  return calculator === "memory" || small.vcores <= large.vcores;
}

/** The bounds of a container. */
export interface AllocationLimits {
  /** `yarn.scheduler.minimum-allocation-*`: every container is a multiple of it. */
  readonly minimum: Resource;
  /** `yarn.scheduler.maximum-allocation-*`. */
  readonly maximum: Resource;
}

/** Says that a container can never be given (YARN's class of the same name). */
export class InvalidResourceRequestException extends Error {
  override readonly name = "InvalidResourceRequestException";
}

/**
 * Returns what a container gets that was asked for: the next multiple of the smallest one, at least that. Throws an
 * `InvalidResourceRequestException` if it is above the largest.
 */
export function normalize(
  asked: Resource,
  limits: AllocationLimits,
  calculator: ResourceCalculator,
): Resource {
  if (!fitsIn(asked, limits.maximum, calculator)) {
    throw new InvalidResourceRequestException(
      `Invalid resource request: ${asked.memoryMb} MB, ${asked.vcores} vcores exceed the maximum allocation of ${limits.maximum.memoryMb} MB, ${limits.maximum.vcores} vcores`,
    );
  }
  const { minimum } = limits;
  const atLeast = {
    memoryMb: Math.max(asked.memoryMb, minimum.memoryMb),
    vcores: Math.max(asked.vcores, minimum.vcores),
  };
  const rounded = roundUp(atLeast, minimum);
  return calculator === "memory" ? { memoryMb: rounded.memoryMb, vcores: atLeast.vcores } : rounded;
}

import type { ShrinkLimit } from "./shrink-limit.ts";

/** An input, and what was found in it. */
interface Shrunk<Input, Found> {
  readonly input: readonly Input[];
  readonly found: Found;
}

/** How a smaller input is looked for. */
export interface Shrinking<Input, Found> {
  /** Returns what it finds in an input; `null` if nothing. */
  readonly search: (input: readonly Input[]) => Found | null;
  /** Ends it: whoever searches counts the runs here. */
  readonly limit: ShrinkLimit;
}

/**
 * Returns as little of an input as still shows what is found in it, and what is found there. Elements are left out in
 * halves, quarters and so on, at last one by one (delta debugging), until the limit is reached.
 */
export function shrinkInput<Input, Found>(
  input: readonly Input[],
  found: Found,
  shrinking: Shrinking<Input, Found>,
): Shrunk<Input, Found> {
  let smallest = { input, found };
  for (let size = Math.ceil(input.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    smallest = leaveOut(smallest, size, shrinking);
  }
  return smallest;
}

function leaveOut<Input, Found>(
  start: Shrunk<Input, Found>,
  size: number,
  { search, limit }: Shrinking<Input, Found>,
): Shrunk<Input, Found> {
  let smallest = start;
  let from = 0;
  while (from < smallest.input.length && !limit.isReached) {
    const shorter = [...smallest.input.slice(0, from), ...smallest.input.slice(from + size)];
    const found = search(shorter);
    if (found === null) from += size;
    else smallest = { input: shorter, found };
  }
  return smallest;
}

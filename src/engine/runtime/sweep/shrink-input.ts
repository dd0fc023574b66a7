/**
 * Returns as little of an input as still shows what `search` finds in it, and what it finds there. Elements are left out
 * in halves, quarters and so on, at last one by one (delta debugging).
 */
export function shrinkInput<Input, Found>(
  input: readonly Input[],
  found: Found,
  search: (input: readonly Input[]) => Found | null,
): { readonly input: readonly Input[]; readonly found: Found } {
  let smallest = { input, found };
  for (let size = Math.ceil(input.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    smallest = leaveOut(smallest, size, search);
  }
  return smallest;
}

function leaveOut<Input, Found>(
  start: { readonly input: readonly Input[]; readonly found: Found },
  size: number,
  search: (input: readonly Input[]) => Found | null,
): { readonly input: readonly Input[]; readonly found: Found } {
  let smallest = start;
  let from = 0;
  while (from < smallest.input.length) {
    const shorter = [...smallest.input.slice(0, from), ...smallest.input.slice(from + size)];
    const found = search(shorter);
    if (found === null) from += size;
    else smallest = { input: shorter, found };
  }
  return smallest;
}

/** Compares two texts by their code units, so that their order is the same everywhere. Negative: `one` comes first. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

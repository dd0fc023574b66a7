/** Returns the texts that occur at least `fewest` times. */
export function repeatedIn(texts: readonly string[], fewest: number): ReadonlySet<string> {
  const groups = Map.groupBy(texts, (text) => text);
  return new Set([...groups].flatMap(([text, all]) => (all.length >= fewest ? [text] : [])));
}

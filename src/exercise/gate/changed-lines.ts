/** Returns how many lines have to be written to turn one text into another: those of the longer side of their diff. */
export function changedLines(from: string, to: string): number {
  const [before, after] = [from.split("\n"), to.split("\n")];
  const kept = longestCommon(before, after);
  return Math.max(before.length, after.length) - kept;
}

/** Returns the length of the longest common subsequence. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const line of one) {
    const next = [0];
    for (const [at, each] of other.entries()) {
      const same = line === each ? (row[at] ?? 0) + 1 : 0;
      next.push(Math.max(same, row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

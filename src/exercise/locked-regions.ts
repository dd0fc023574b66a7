/** Text of a job that must not be changed. */
export interface LockedRegion {
  /** The line of its first mark, from 1. */
  readonly line: number;
  readonly text: string;
}

const REGION = /\/\*\s*@locked\s*\*\/([\s\S]*?)\/\*\s*@end\s*\*\//gu;

/** Returns the regions between the marks `@locked` and `@end` of a file. */
export function lockedRegions(text: string): readonly LockedRegion[] {
  return [...text.matchAll(REGION)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    text: match[1] ?? "",
  }));
}

/** How a learner has changed what is locked. */
export interface LockedChange {
  readonly expected: LockedRegion;
  /** `null` where the region isn't there any more. */
  readonly actual: LockedRegion | null;
}

/** Returns the first locked region of the original that a text doesn't have as it was, white space aside. */
export function lockedChange(original: string, text: string): LockedChange | null {
  const found = lockedRegions(text);
  for (const [index, expected] of lockedRegions(original).entries()) {
    const actual = found[index] ?? null;
    if (actual === null || dense(actual.text) !== dense(expected.text)) return { expected, actual };
  }
  return null;
}

// Formatters move white space and put or take commas and semicolons at the ends of lines.
function dense(text: string): string {
  return text.replace(/[,;]?\s+/gu, " ").trim();
}

import { beginsAnswer, isQuestionLabel } from "../words/labels.ts";
import type { Heading } from "./block.ts";

/** A heading that occurs so often is said of one question after the other. */
const OFTEN = 3;

/**
 * Puts headings that stand below one question after the other, as `How to bring it up` does, inside the question or
 * numbered topic above them, though they are set as high as that.
 */
export function withAspectsBelow(headings: readonly Heading[]): readonly Heading[] {
  const aspects = repeatedIn(headings);
  if (aspects.size === 0) return headings;
  let above: Heading | null = null;
  return headings.map((heading) => {
    const { manner, numbering, text } = heading.line;
    if (above !== null && heading.rank > above.rank) return heading;
    const isInside =
      heading.rank === above?.rank && manner === "tells" && numbering === null && aspects.has(text);
    if (isInside) return { ...heading, rank: heading.rank + 0.5 };
    above = manner === "tells" && numbering === null ? null : heading;
    return heading;
  });
}

/** Returns what headings say again and again. `Question` does so for itself, and `Answer` beside it. */
function repeatedIn(headings: readonly Heading[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { line } of headings) times.set(line.text, (times.get(line.text) ?? 0) + 1);
  const repeated = [...times].flatMap(([text, count]) => (count >= OFTEN ? [text] : []));
  if (repeated.length === 0) return new Set();
  const labelled = headings.some(({ line }) => isQuestionLabel(line.title));
  return new Set(repeated.filter((text) => !isQuestionLabel(text) && (!labelled || !beginsAnswer(text))));
}

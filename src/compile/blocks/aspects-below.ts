import { beginsAnswer, isQuestionLabel } from "../words/labels.ts";
import type { Heading } from "./block.ts";

/** A heading that occurs so often may be said of one topic after the other. */
export const FEWEST_ASPECTS = 3;

/**
 * Puts headings that stand below one question after the other, as `How to bring it up` does, inside the question or
 * numbered topic above them, though they are set as high as that. `repeated` = what headings say again and again.
 */
export function withAspectsBelow(
  headings: readonly Heading[],
  repeated: ReadonlySet<string>,
): readonly Heading[] {
  const aspects = withoutLabels(headings, repeated);
  let above: Heading | null = null;
  return headings.map((heading, index) => {
    if (above !== null && heading.rank > above.rank) return heading;
    const lowered =
      heading.rank === above?.rank && mayBePart(headings, index) && aspects.has(heading.line.text);
    if (lowered) return { ...heading, rank: heading.rank + 0.5 };
    above = isAsked(heading) ? heading : null;
    return heading;
  });
}

/** Tells whether a heading may be a part of an answer: neither it nor the next one below it is a question. */
function mayBePart(headings: readonly Heading[], index: number): boolean {
  const [heading, next] = headings.slice(index, index + 2);
  if (heading === undefined || isAsked(heading)) return false;
  return next === undefined || next.rank <= heading.rank || !isAsked(next);
}

/** Returns texts without labels: `Question` is repeated for itself, and `Answer` beside it. */
function withoutLabels(headings: readonly Heading[], texts: ReadonlySet<string>): ReadonlySet<string> {
  const labelled = headings.some(({ line }) => isQuestionLabel(line.title));
  return new Set([...texts].filter((text) => !isQuestionLabel(text) && (!labelled || !beginsAnswer(text))));
}

/** Tells whether a heading is one of the questions: it asks, or has a number among them. */
export function isAsked({ line: { manner, numbering } }: Heading): boolean {
  return manner !== "tells" || numbering !== null;
}

import type { Heading } from "./block.ts";

/** A heading that occurs so often is said of one topic after the other. */
const OFTEN = 3;

/**
 * Makes topics of asking headings that occur again and again, each time below another question: `#### How to bring it up`
 * is a part of its answer. Below topics the same question may be asked of each.
 */
export function withRefrainsTold(headings: readonly Heading[]): readonly Heading[] {
  const places = Map.groupBy(headings.keys(), (index) => textOf(headings[index]));
  const refrains = new Set(
    [...places].flatMap(([text, indexes]) =>
      text !== null && indexes.length >= OFTEN && standBelowQuestions(headings, indexes) ? [text] : [],
    ),
  );
  if (refrains.size === 0) return headings;
  return headings.map((heading) =>
    refrains.has(textOf(heading) ?? "")
      ? { ...heading, line: { ...heading.line, manner: "tells" } }
      : heading,
  );
}

/** Returns what an asking heading without a number says, with its rank; `null` for any other. */
function textOf(heading: Heading | undefined): string | null {
  if (heading?.line.manner !== "asks" || heading.line.numbering !== null) return null;
  return `${heading.rank} ${heading.line.text}`;
}

/** One in so many may stand below a topic. */
const TOPIC_EVERY = 4;

/** Tells whether headings stand below questions, each below another. */
function standBelowQuestions(headings: readonly Heading[], indexes: readonly number[]): boolean {
  const above = indexes.map((index) => headingAbove(headings, index));
  if (new Set(above).size < above.length) return false;
  const topics = above.filter((heading) => heading === undefined || !isAsked(heading)).length;
  return topics * TOPIC_EVERY <= above.length;
}

/** Returns the heading in whose section another one stands. */
function headingAbove(headings: readonly Heading[], index: number): Heading | undefined {
  const rank = headings[index]?.rank ?? 0;
  return headings.slice(0, index).findLast((heading) => heading.rank < rank);
}

function isAsked({ line }: Heading): boolean {
  return line.manner !== "tells" || line.numbering !== null;
}

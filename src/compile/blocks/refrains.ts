import type { Heading } from "./block.ts";

/** A heading that occurs so often is said of one topic after the other. */
const OFTEN = 3;

/**
 * Makes topics of asking headings that occur again and again, each time below another one: `#### How to bring it up`
 * below every question is a part of its answer.
 */
export function withRefrainsTold(headings: readonly Heading[]): readonly Heading[] {
  const places = Map.groupBy(headings.keys(), (index) => textOf(headings[index]));
  const refrains = new Set(
    [...places].flatMap(([text, indexes]) =>
      text !== null && indexes.length >= OFTEN && standApart(headings, indexes) ? [text] : [],
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

/** Tells whether between two headings of these there is always one that ranks higher. */
function standApart(headings: readonly Heading[], indexes: readonly number[]): boolean {
  return indexes.every((index, place) => {
    const last = indexes[place - 1];
    if (last === undefined) return true;
    const rank = headings[index]?.rank ?? 0;
    return headings.slice(last, index).some((heading) => heading.rank < rank);
  });
}

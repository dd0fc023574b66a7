import { ordinalOf } from "../words/numbering.ts";
import type { Heading } from "./block.ts";

/** Shorter series may be chapters, or steps. */
const FEWEST = 10;

/** One in so many of a series asks at least; the others say what is to be done. */
const LEAST_SHARE = 4;

/** So many numbers may be missing between two of a series. */
const WIDEST_STEP = 3;

/** A heading in so many may have a number that doesn't go on with the one before: authors slip. */
const SLIP_EVERY = 20;

/**
 * Makes questions of the headings whose numbers rise through several chapters of a file without beginning anew in each:
 * they count its questions, though some of these name a topic, or state what is to be done.
 */
export function withRisingAsked(headings: readonly Heading[]): readonly Heading[] {
  const numbered = [...headings.keys()].filter((index) => headings[index]?.line.numbering !== null);
  if (numbered.length < FEWEST) return headings;
  const all = Map.groupBy(numbered, (index) => keyOf(headings[index]));
  const series = [...all.values()].filter(
    (indexes) => indexes.length >= FEWEST && spansChapters(headings, indexes) && counts(headings, indexes),
  );
  if (series.length === 0) return headings;
  const asked = new Set(series.flat());
  return headings.map((heading, index) =>
    asked.has(index) && heading.line.manner === "tells"
      ? { ...heading, line: { ...heading.line, manner: "asks" } }
      : heading,
  );
}

/** Returns what the headings of a series have in common: how high they rank, and how their numbers are written. */
function keyOf(heading: Heading | undefined): string {
  return `${heading?.rank} ${heading?.line.numbering?.style}`;
}

/** Tells whether a higher heading stands among some. */
function spansChapters(headings: readonly Heading[], indexes: readonly number[]): boolean {
  const rank = headings[indexes[0] ?? 0]?.rank ?? 0;
  return headings.slice(indexes[0], indexes.at(-1)).some((heading) => heading.rank < rank);
}

/** Tells whether headings count questions: their numbers rise, and enough of them ask. */
function counts(headings: readonly Heading[], indexes: readonly number[]): boolean {
  const lines = indexes.flatMap((index) => headings[index]?.line ?? []);
  const asking = lines.filter(({ manner }) => manner !== "tells").length;
  if (asking * LEAST_SHARE < lines.length) return false;
  const numbers = lines.map(({ numbering }) => (numbering === null ? 0 : ordinalOf(numbering)));
  const slips = numbers.filter((number, index) => {
    const step = number - (numbers[index - 1] ?? number - 1);
    return step <= 0 || step > WIDEST_STEP;
  });
  return slips.length * SLIP_EVERY <= lines.length;
}

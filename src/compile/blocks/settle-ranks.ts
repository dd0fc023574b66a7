import { depthOf, ordinalOf, seriesOf } from "../words/numbering.ts";
import { withAnswersBelow } from "./answers-below.ts";
import { FEWEST_ASPECTS, withAspectsBelow } from "./aspects-below.ts";
import type { Heading, Part } from "./block.ts";
import { withoutNumbering } from "./line.ts";
import { withRefrainsTold } from "./refrains.ts";
import { repeatedIn } from "./repeated-in.ts";
import { withRisingAsked } from "./rising-headings.ts";

/** More headings than these between two numbers of a series have nothing to do with it. */
const WIDEST_GAP = 64;

/**
 * Returns the parts with the ranks that their headings were meant to have. What stands between two numbered
 * headings of a series belongs to the first of them, even at the same level of Markdown: `### 3. A or B?`,
 * `### A`, `### B`, `### 4. ...`.
 */
export function settleRanks(parts: readonly Part[]): readonly Part[] {
  const headings = withRealNumbers(parts.flatMap((part) => (part.type === "heading" ? [part.heading] : [])));
  const lowered = loweredIn(headings);
  const settled = headings.map((heading, index) =>
    lowered.has(index) ? { ...heading, rank: heading.rank + 0.5 } : heading,
  );
  const next = withAnswersBelow(withRisingAsked(withoutRefrains(settled))).values();
  return parts.map((part) =>
    part.type === "block" ? part : { ...part, heading: next.next().value ?? part.heading },
  );
}

/** Puts what is said of one question after the other below these; most files say nothing twice. */
function withoutRefrains(headings: readonly Heading[]): readonly Heading[] {
  const texts = headings.map(({ line }) => line.text);
  if (new Set(texts).size === texts.length) return headings;
  const repeated = repeatedIn(texts, 2);
  return withRefrainsTold(withAspectsBelow(headings, repeatedIn(texts, FEWEST_ASPECTS)), repeated);
}

/** How many headings it takes to tell a number from a version (`1.15 ...`), or a quantity (`2 phases`). */
const FEWEST_IN_SERIES: Readonly<Record<string, number>> = { "1.1": 2, "1 ": 3 };

/** Takes the numbers away that are none. */
function withRealNumbers(headings: readonly Heading[]): readonly Heading[] {
  const counts = new Map<string, number>();
  for (const { rank, line } of headings) {
    if (line.numbering === null) continue;
    const series = `${rank} ${seriesOf(line.numbering)}`;
    counts.set(series, (counts.get(series) ?? 0) + 1);
  }
  return headings.map((heading, index) => {
    const { numbering } = heading.line;
    const fewest = numbering === null ? 0 : (FEWEST_IN_SERIES[numbering.style] ?? 0);
    const lonely = numbering !== null && (counts.get(`${heading.rank} ${seriesOf(numbering)}`) ?? 0) < fewest;
    if (!lonely || countsOn(heading, headings[index - 1])) return heading;
    return { ...heading, line: withoutNumbering(heading.line) };
  });
}

/** Tells whether a number is the next one behind that of the heading above, however the two are written: `5. ...`, `6 ...`. */
function countsOn({ rank, line: { numbering } }: Heading, above: Heading | undefined): boolean {
  const before = above?.rank === rank ? above.line.numbering : null;
  if (numbering === null || before === null || depthOf(numbering) !== depthOf(before)) return false;
  return ordinalOf(numbering) === ordinalOf(before) + 1;
}

/** Returns which headings stand inside a series of numbered ones. */
function loweredIn(headings: readonly Heading[]): ReadonlySet<number> {
  const lowered = new Set<number>();
  const lastOf = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    for (const [key, last] of lastOf) {
      if ((headings[last]?.rank ?? 0) > heading.rank) lastOf.delete(key);
    }
    if (heading.line.numbering === null) continue;
    const key = `${heading.rank} ${heading.line.numbering.style}`;
    const last = lastOf.get(key);
    if (last !== undefined) lowerBetween(headings, last, index, lowered);
    lastOf.set(key, index);
  }
  return lowered;
}

function lowerBetween(headings: readonly Heading[], last: number, next: number, lowered: Set<number>): void {
  const [begin, end] = [headings[last], headings[next]];
  if (begin === undefined || end === undefined || next - last > WIDEST_GAP || !follows(end, begin)) return;
  for (let index = last + 1; index < next; index += 1) {
    const between = headings[index];
    if (between?.rank === end.rank && belongsInside(between, end)) lowered.add(index);
  }
}

function follows(next: Heading, last: Heading): boolean {
  const [one, other] = [next.line.numbering, last.line.numbering];
  if (one === null || other === null || seriesOf(one) !== seriesOf(other)) return false;
  return ordinalOf(one) > ordinalOf(other);
}

/** Tells whether a heading is part of what stands above it: it has no number, or one of a deeper kind, and asks nothing by itself. */
function belongsInside(between: Heading, series: Heading): boolean {
  const [inner, outer] = [between.line.numbering, series.line.numbering];
  if (inner === null) return between.line.manner === "tells";
  return outer !== null && depthOf(inner) > depthOf(outer);
}

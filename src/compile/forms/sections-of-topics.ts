import { blocksBelowTopics } from "../blocks/between-headings.ts";
import type { Block, Part } from "../blocks/block.ts";
import type { RoughLine } from "../blocks/rough-line.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { isAspect } from "../words/labels.ts";
import { ordinalOf } from "../words/numbering.ts";
import { boldNumber } from "./prompt-lines.ts";

/** Fewer topics, in fewer sections or with fewer to each, are the points of a text. */
const FEWEST_SECTIONS = 2;
const FEWEST_TOPICS = 12;
const FEWEST_TO_EACH = 5;

/** One topic in so many may be called like another, or say nothing by itself: parts of answers are called alike. */
const ALIKE_EVERY = 6;

/** So many numbers may be missing between two. */
const WIDEST_STEP = 3;

/** The numbered lines in bold type of a section, as far as they are written in one style. */
interface Series {
  readonly style: string;
  readonly lines: readonly RoughLine[];
}

/**
 * Returns the styles of the bold numbers by which whole sections of a file are parted, each from its first line on: what
 * stands behind these is asked, though most of it names a topic.
 */
export function numbersOfTopics(parts: readonly Part[]): ReadonlySet<string> {
  const all = Map.groupBy(blocksBelowTopics(parts).flatMap(seriesIn), ({ style }) => style);
  return new Set([...all].flatMap(([style, series]) => (areTopics(series) ? [boldNumber(style)] : [])));
}

/** Returns the series that a section begins with; none, if it begins with something else. */
function seriesIn(section: readonly Block[]): readonly Series[] {
  const [first] = section;
  const style = first === undefined ? undefined : boldLinesIn(first)[0]?.numbering?.style;
  if (style === undefined) return [];
  const lines = section.flatMap(boldLinesIn).filter(({ numbering }) => numbering?.style === style);
  return rises(lines) ? [{ style, lines }] : [];
}

function boldLinesIn({ node }: Block): readonly RoughLine[] {
  if (node.type !== "paragraph") return [];
  return roughLines(node).filter(({ weight, numbering }) => weight === "bold" && numbering !== null);
}

function rises(lines: readonly RoughLine[]): boolean {
  const numbers = lines.map(({ numbering }) => (numbering === null ? 0 : ordinalOf(numbering)));
  return numbers.every((number, index) => {
    const step = number - (numbers[index - 1] ?? 0);
    return step > 0 && step <= WIDEST_STEP;
  });
}

function areTopics(series: readonly Series[]): boolean {
  const lines = series.flatMap((each) => each.lines);
  const fewest = Math.max(FEWEST_TOPICS, series.length * FEWEST_TO_EACH);
  if (series.length < FEWEST_SECTIONS || lines.length < fewest) return false;
  const topics = new Set(lines.flatMap(({ text }) => (isAspect(text) ? [] : [text])));
  return (lines.length - topics.size) * ALIKE_EVERY <= lines.length;
}

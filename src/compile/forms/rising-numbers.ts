import type { Part } from "../blocks/block.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { asks } from "../words/asks.ts";
import type { Numbering } from "../words/numbering.ts";
import { ordinalOf } from "../words/numbering.ts";

/** Shorter series are steps, or parts of an answer. */
const FEWEST = 6;

/** One in so many of a series asks at least; the others are topics. */
const LEAST_SHARE = 4;

/** So many numbers may be missing between two of a series. */
const WIDEST_STEP = 3;

/** A line in bold type that begins with a number. */
interface Numbered {
  readonly numbering: Numbering;
  readonly asks: boolean;
}

/** Returns the styles of the numbers in bold type that rise through a whole file: these are its questions, though most of them name a topic. */
export function risingNumbers(parts: readonly Part[]): readonly string[] {
  const groups = Map.groupBy(parts.flatMap(numberedIn), ({ numbering }) => numbering.style);
  return [...groups].flatMap(([style, lines]) => (isSeries(lines) ? [style] : []));
}

function numberedIn(part: Part): readonly Numbered[] {
  if (part.type === "heading" || part.block.node.type !== "paragraph") return [];
  return roughLines(part.block.node).flatMap(({ weight, numbering, text }) =>
    weight === "plain" || numbering === null ? [] : [{ numbering, asks: asks(text) }],
  );
}

function isSeries(lines: readonly Numbered[]): boolean {
  if (lines.length < FEWEST || lines.filter((line) => line.asks).length * LEAST_SHARE < lines.length)
    return false;
  const numbers = lines.map(({ numbering }) => ordinalOf(numbering));
  return numbers.every((number, index) => {
    const step = number - (numbers[index - 1] ?? 0);
    return step >= 0 && step <= WIDEST_STEP;
  });
}

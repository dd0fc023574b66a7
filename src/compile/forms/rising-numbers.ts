import type { Part } from "../blocks/block.ts";
import type { RoughLine } from "../blocks/rough-line.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { asks } from "../words/asks.ts";
import { ordinalOf } from "../words/numbering.ts";
import { boldNumber } from "./prompt-lines.ts";

/** Shorter series are steps, or parts of an answer; in bold type these are seldom numbered. */
const FEWEST = { bold: 6, plain: 10 };

/** The style of numbers such as `1.1.2`, which no step has. */
const PARTED = "1.1";

/** One in so many of a series asks at least; the others are topics. */
const LEAST_SHARE = 4;

/** So many numbers may be missing between two of a series. */
const WIDEST_STEP = 3;

/** A line that begins with a number. */
interface Numbered {
  readonly style: string;
  readonly weight: RoughLine["weight"];
  readonly ordinal: number;
  readonly text: string;
  readonly asks: boolean;
}

/**
 * Returns the styles of the numbers that rise through a whole file, once: the lines behind them are its questions, though
 * most of them name a topic, or state what is to be done.
 */
export function risingNumbers(parts: readonly Part[]): ReadonlySet<string> {
  const lines = parts.flatMap(numberedIn);
  const all = Map.groupBy(lines, ({ style }) => style);
  const bold = Map.groupBy(
    lines.filter(({ weight }) => weight === "bold"),
    ({ style }) => boldNumber(style),
  );
  const long = [...all].filter(([style, { length }]) => style === PARTED || length >= FEWEST.plain);
  const groups = [...long, ...bold];
  return new Set(groups.flatMap(([style, group]) => (isSeries(group) ? [style] : [])));
}

function numberedIn(part: Part): readonly Numbered[] {
  if (part.type === "heading" || part.block.node.type !== "paragraph") return [];
  return roughLines(part.block.node).flatMap(({ weight, numbering, text }) =>
    numbering === null
      ? []
      : [{ style: numbering.style, weight, ordinal: ordinalOf(numbering), text, asks: asks(text) }],
  );
}

function isSeries(all: readonly Numbered[]): boolean {
  // A list of the questions may stand above the answers.
  const lines = [...new Map(all.map((line) => [line.text, line])).values()];
  const asking = lines.filter((line) => line.asks).length;
  if (lines.length < FEWEST.bold || asking * LEAST_SHARE < lines.length) return false;
  return lines.every(({ ordinal }, index) => {
    const step = ordinal - (lines[index - 1]?.ordinal ?? ordinal);
    return step >= 0 && step <= WIDEST_STEP;
  });
}

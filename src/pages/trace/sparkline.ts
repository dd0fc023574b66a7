import { span, type Row } from "../row.ts";
import type { TraceSigns } from "./trace-signs.ts";

/** How large something was from a step on. */
export interface Level {
  readonly step: number;
  readonly value: number;
}

/** Returns the greatest level with the first step that had it; `null` for none. */
export function highest(levels: readonly Level[]): Level | null {
  return levels.reduce<Level | null>(
    (most, each) => (most === null || each.value > most.value ? each : most),
    null,
  );
}

/**
 * Returns levels over the steps from 0 to `last` as heights, each cell as high as the greatest level in it. What lies
 * behind the cursor is quiet, and the cursor's cell is set reversed.
 */
export function sparkline(
  levels: readonly Level[],
  { last, cursor, cells }: { readonly last: number; readonly cursor: number; readonly cells: number },
  { heights }: TraceSigns,
): Row {
  const most = highest(levels)?.value ?? 0;
  const cellOf = (step: number): number => Math.min(cells - 1, Math.floor((step / (last + 1)) * cells));
  const text = greatestInCells(levels, cells, cellOf).map((value) => heightOf(value, most, heights));
  const here = cellOf(cursor);
  return [
    span(text.slice(0, here).join(""), "accent"),
    span(text[here] ?? " ", "accent", "reverse"),
    span(text.slice(here + 1).join(""), "quiet"),
  ];
}

function greatestInCells(
  levels: readonly Level[],
  cells: number,
  cellOf: (step: number) => number,
): readonly number[] {
  const greatest = Array.from({ length: cells }, () => 0);
  for (const [index, { step, value }] of levels.entries()) {
    const until = levels[index + 1]?.step;
    const to = until === undefined ? cells - 1 : cellOf(until - 1);
    for (let cell = cellOf(step); cell <= to; cell += 1)
      greatest[cell] = Math.max(greatest[cell] ?? 0, value);
  }
  return greatest;
}

/** Anything above nothing is seen. */
function heightOf(value: number, most: number, heights: readonly string[]): string {
  const height = most === 0 ? 0 : Math.ceil((value / most) * (heights.length - 1));
  return heights[height] ?? "";
}

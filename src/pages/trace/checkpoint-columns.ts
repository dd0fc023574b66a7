import { gap, padRow, row, span, type Row, type Span, type Tone } from "../row.ts";
import { textWidth } from "../text-width.ts";
import type { Station, StationLane } from "./station-reader.ts";
import type { TraceSigns } from "./trace-signs.ts";

/** A step of the picture with the cells that it takes. */
export interface StepColumn {
  readonly step: number;
  readonly width: number;
}

/** Of the room, so much is for what lies before the cursor. */
const SHARE_BEFORE = 2 / 3;

const TONES: Partial<Record<Station["sign"], Tone>> = {
  crash: "bad",
  aborted: "bad",
  complete: "good",
  committed: "good",
  restore: "warning",
};

/** Returns as many steps around the cursor as there is room for; none is wider than what stands in it. */
export function columnsAround(
  steps: readonly number[],
  lanes: readonly StationLane[],
  where: { readonly cursor: number; readonly room: number },
  signs: TraceSigns,
): readonly StepColumn[] {
  const all = steps.map((step): StepColumn => {
    const texts = lanes.map((lane) => textWidth(stationText(lane, step, signs)));
    return { step, width: Math.max(String(step).length + 1, ...texts) + 1 };
  });
  const behind = all.findIndex(({ step }) => step > where.cursor);
  const middle = behind < 0 ? all.length : behind;
  const before = lastFitting(all.slice(0, middle), where.room * SHARE_BEFORE);
  const after = lastFitting(all.slice(middle).toReversed(), where.room - cellsOf(before)).toReversed();
  const more = lastFitting(
    all.slice(0, middle - before.length),
    where.room - cellsOf(before) - cellsOf(after),
  );
  return [...more, ...before, ...after];
}

function cellsOf(columns: readonly StepColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function lastFitting(columns: readonly StepColumn[], room: number): readonly StepColumn[] {
  let left = room;
  let from = columns.length;
  while (from > 0 && (columns[from - 1]?.width ?? 0) <= left) {
    from -= 1;
    left -= columns[from]?.width ?? 0;
  }
  return columns.slice(from);
}

/** Returns the numbers of the steps: the one at the cursor has its sign before it, and so have those where it went wrong. */
export function headerRow(
  columns: readonly StepColumn[],
  cursor: number,
  wrong: ReadonlySet<number>,
  signs: TraceSigns,
): Row {
  const here = columns.findLast(({ step }) => step <= cursor)?.step;
  return columns.flatMap(({ step, width }) => {
    const mark = step === here ? signs.cursor : wrong.has(step) ? signs.violated : " ";
    const tone = wrong.has(step) ? "bad" : step === here ? "accent" : "quiet";
    return padRow(row(`${mark}${step}`, tone, ...(step === here ? (["bold"] as const) : [])), width);
  });
}

/** Returns what stands in a lane at the steps; what is still to come is quiet. */
export function stationRow(
  lane: StationLane,
  columns: readonly StepColumn[],
  cursor: number,
  signs: TraceSigns,
): Row {
  return columns.flatMap(({ step, width }): Row => {
    const text = stationText(lane, step, signs);
    const isBlocked = lane.blocked.some(({ from, to }) => from <= step && step < to);
    const wasBlocked = lane.blocked.some(({ from, to }) => from < step && step <= to);
    const fill = (blocked: boolean, cells: number): Span =>
      blocked ? span(signs.blocked.repeat(cells), step > cursor ? "quiet" : "warning") : gap(cells);
    const tone = step > cursor ? "quiet" : toneAt(lane, step);
    return [fill(wasBlocked, 1), span(text, tone), fill(isBlocked, width - 1 - textWidth(text))];
  });
}

function toneAt({ stations }: StationLane, step: number): Tone {
  const tones = stations.filter((station) => station.step === step).map(({ sign }) => TONES[sign] ?? "plain");
  return tones.find((tone) => tone === "bad") ?? tones.find((tone) => tone !== "plain") ?? "plain";
}

/** Returns the signs of a lane at a step: one number behind all signs if they have the same, else each its own. */
function stationText({ stations }: StationLane, step: number, signs: TraceSigns): string {
  const here = stations.filter((station) => station.step === step);
  const ids = new Set(here.map(({ id }) => id).filter((id) => id !== ""));
  if (ids.size > 1) return here.map(({ sign, id }) => `${signs[sign]}${id}`).join("");
  const glyphs = [...new Set(here.map(({ sign }) => signs[sign]))];
  return glyphs.join("") + [...ids].join("");
}

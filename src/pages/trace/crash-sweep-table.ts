import type { SweptSeed } from "../../engine/runtime/sweep/swept-seed.ts";
import type { LegendSign, TraceWords } from "../../locale/trace-words.ts";
import { EMPTY_ROW, gap, padRow, row, span, spreadRow, type Row } from "../row.ts";
import { textWidth } from "../text-width.ts";
import { counterexampleRows } from "./counterexample-rows.ts";
import type { SweepResult } from "./crash-sweep.ts";
import { legendRow } from "./legend-row.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import { traceSigns, type TraceSigns } from "./trace-signs.ts";

const LEGEND: readonly LegendSign[] = ["held", "violated"];

/** Rows around the seeds: title, steps, legend. */
const AROUND = 3;
/** A table of steps is no narrower than that. */
const FEWEST_CELLS = 10;

/**
 * Returns a crash sweep as a table: a row for each seed, a sign for each step (or for as many as a cell has to stand
 * for) before which the job was made to crash, and the verdict; below, the smallest run that breaks the promise.
 */
export function crashSweepTable(result: SweepResult, canvas: TraceCanvas): readonly Row[] {
  const { words, size, form } = canvas;
  const held = result.seeds.filter(({ violatedAt }) => violatedAt.length === 0).length;
  const runs = result.seeds.reduce((sum, { steps }) => sum + steps + 1, 0);
  const example = result.counterexample === null ? [] : counterexampleRows(result.counterexample, canvas);
  if (form === "plain") return onCanvas([...plainTable(result, canvas), ...example], canvas);
  const title = spreadRow(
    row(words.sweep.title, "accent", "bold"),
    row(words.sweep.summary(held, result.seeds.length, runs), held < result.seeds.length ? "bad" : "good"),
    size.columns,
  );
  const below = example.length === 0 ? [] : [EMPTY_ROW, ...example];
  const room = Math.max(1, size.rows - AROUND - below.length);
  return onCanvas([title, ...table(result.seeds, room, canvas), ...below], canvas);
}

function plainTable({ seeds }: SweepResult, { words }: TraceCanvas): readonly Row[] {
  const held = seeds.filter(({ violatedAt }) => violatedAt.length === 0).length;
  const runs = seeds.reduce((sum, { steps }) => sum + steps + 1, 0);
  return [
    row(words.named(words.sweep.title, words.sweep.summary(held, seeds.length, runs))),
    ...seeds.map((seed) => row(words.named(words.sweep.seed(seed.seed), verdictText(seed, words)))),
  ];
}

function table(seeds: readonly SweptSeed[], room: number, canvas: TraceCanvas): readonly Row[] {
  const { words, size } = canvas;
  if (seeds.length === 0) return [];
  const signs = traceSigns(canvas.signs);
  const sorted = seeds.toSorted(
    (one, other) => Number(other.violatedAt.length > 0) - Number(one.violatedAt.length > 0),
  );
  const shown = (seeds.length > room ? sorted : seeds).slice(0, seeds.length > room ? room - 1 : room);
  const label = Math.max(0, ...shown.map(({ seed }) => textWidth(words.sweep.seed(seed)))) + 2;
  const most = Math.max(1, ...seeds.map(({ steps }) => steps));
  const cells = Math.min(most, Math.max(FEWEST_CELLS, Math.floor((size.columns - label) * 0.65)));
  const perCell = Math.ceil(most / cells);
  const used = Math.ceil(most / perCell);
  const each = perCell === 1 ? [] : [words.sweep.each(perCell)];
  const head = words.listed([words.sweep.crashBefore(1, most), ...each]);
  const rows = shown.map((seed): Row => {
    const isHeld = seed.violatedAt.length === 0;
    return [
      ...padRow(row(words.sweep.seed(seed.seed)), label),
      ...padRow(seedCells(seed, perCell, signs), used),
      gap(2),
      span(verdictText(seed, words), isHeld ? "good" : "bad"),
    ];
  });
  const left = seeds.length - shown.length;
  return [
    [gap(label), span(head, "quiet")],
    ...rows,
    ...(left > 0 ? [[gap(label), span(words.more(left), "quiet")]] : []),
    [gap(label), ...legendRow(LEGEND, canvas)],
  ];
}

function seedCells({ steps, violatedAt }: SweptSeed, perCell: number, signs: TraceSigns): Row {
  const violated = new Set(violatedAt.map((step) => Math.floor((step - 1) / perCell)));
  return Array.from({ length: Math.ceil(steps / perCell) }, (_, cell) =>
    violated.has(cell) ? span(signs.violated, "bad", "bold") : span(signs.held, "quiet"),
  );
}

function verdictText({ violatedAt }: SweptSeed, { sweep }: TraceWords): string {
  return violatedAt.length === 0 ? sweep.held : sweep.violated(rangesOf(violatedAt));
}

/** Returns steps in order, neighbours as ranges: `3-5` and `9`. */
function rangesOf(steps: readonly number[]): readonly string[] {
  const ranges: { from: number; to: number }[] = [];
  for (const step of steps.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && step <= last.to + 1) last.to = step;
    else ranges.push({ from: step, to: step });
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
}

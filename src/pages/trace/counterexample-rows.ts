import { padRow, row, span, type Row, type Tone } from "../row.ts";
import { textWidth } from "../text-width.ts";
import { wrapRow } from "../wrap.ts";
import type { SmallestRun } from "./crash-sweep.ts";
import { fitRow, type TraceCanvas } from "./trace-canvas.ts";
import { differenceOf } from "./value-difference.ts";
import { valueText } from "./value-text.ts";

/** A value takes so many rows at most. */
const MOST_ROWS = 2;

/** Returns the smallest run that breaks a promise: how to get it, what should come of it and what does. */
export function counterexampleRows(run: SmallestRun, canvas: TraceCanvas): readonly Row[] {
  const { words } = canvas;
  const { missing, surplus } = differenceOf(run.expected, run.actual);
  const facts: readonly (readonly [name: string, text: string, tone: Tone])[] = [
    [words.sweep.input, valueText(run.input), "plain"],
    [words.sweep.expected, valueText(run.expected), "plain"],
    [words.sweep.actual, valueText(run.actual), "plain"],
    [words.sweep.missing, words.listed(missing), "bad"],
    [words.sweep.surplus, words.listed(surplus), "bad"],
  ];
  const label = Math.max(...facts.map(([name]) => textWidth(name))) + 4;
  const title: Row = [
    span(words.sweep.counterexample(run.input.length), "accent", "bold"),
    span(`  ${words.sweep.crash(run.seed, run.crashAt)}`),
  ];
  return [
    title,
    ...facts
      .filter(([, text]) => text !== "")
      .flatMap(([name, text, tone]) => factRows(name, row(text, tone), label, canvas)),
  ];
}

function factRows(name: string, text: Row, label: number, canvas: TraceCanvas): readonly Row[] {
  if (canvas.form === "plain") return [[span(canvas.words.named(name, "")), ...text]];
  const room = canvas.size.columns - label;
  const lines = wrapRow(text, room);
  const shown =
    lines.length > MOST_ROWS
      ? [...lines.slice(0, MOST_ROWS - 1), cut(lines.slice(MOST_ROWS - 1), room, canvas)]
      : lines;
  return shown.map((line, index) => [
    ...padRow(row(index === 0 ? `  ${name}` : "", "quiet"), label),
    ...line,
  ]);
}

function cut(lines: readonly Row[], room: number, canvas: TraceCanvas): Row {
  return fitRow(lines.flat(), canvas, room);
}

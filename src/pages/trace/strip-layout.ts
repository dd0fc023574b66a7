import { gap, padRow, row, span, type Row, type Tone } from "../row.ts";
import { textWidth } from "../text-width.ts";
import { fitRow, type TraceCanvas } from "./trace-canvas.ts";

/** How the width of a picture with lanes is shared: a name before the cells, a remark behind them. */
export interface StripLayout {
  readonly label: number;
  readonly cells: number;
  readonly note: number;
}

/** A lane may have a name so long. */
export const LONGEST_LABEL = 18;
/** Below this the remarks make way. */
const FEWEST_CELLS = 24;
/** So much of the width is for remarks, whatever they are, lest the cells move when one looks at another step. */
const NOTE_SHARE = 0.38;

/** Returns how `columns` are shared between names, cells and remarks. */
export function stripLayout(columns: number, labels: readonly string[]): StripLayout {
  const label = Math.min(LONGEST_LABEL, Math.max(0, ...labels.map(textWidth))) + 1;
  const note = Math.max(0, Math.min(Math.floor(columns * NOTE_SHARE), columns - label - FEWEST_CELLS));
  return { label, cells: Math.max(1, columns - label - note), note };
}

/** What is said behind a lane, the most important fact first. */
export interface Note {
  readonly facts: readonly string[];
  readonly tone: Tone;
}

/** Nothing to say. */
export const NO_NOTE: Note = { facts: [], tone: "quiet" };

/** Returns as many facts of a note as there is room for; the first one is cut if need be. */
export function noteRow({ facts, tone }: Note, { note }: StripLayout, canvas: TraceCanvas): Row {
  const { listed } = canvas.words;
  let said = facts.slice(0, 1);
  for (const fact of facts.slice(1)) {
    if (textWidth(listed([...said, fact])) >= note) break;
    said = [...said, fact];
  }
  return fitRow(row(listed(said), tone), canvas, note - 1);
}

/** A lane: its name, its cells, its remark. */
export interface LaneRows {
  readonly name: Row;
  readonly cells: Row;
  readonly note: Row;
}

/** Returns a lane as one row. */
export function laneRow({ name, cells, note }: LaneRows, layout: StripLayout, canvas: TraceCanvas): Row {
  const left = padRow(fitRow(name, canvas, layout.label - 1), layout.label);
  if (layout.note === 0 || note.length === 0) return [...left, ...cells];
  return [...left, ...padRow(cells, layout.cells), gap(1), ...note];
}

/** Returns what stands below a group of lanes that did not fit. */
export function moreRow(text: string, layout: StripLayout): Row {
  return [gap(layout.label), span(text, "quiet")];
}

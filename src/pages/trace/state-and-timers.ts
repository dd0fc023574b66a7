import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { LegendSign } from "../../locale/trace-words.ts";
import { EMPTY_ROW, row, span, spreadRow, type Row, type Tone } from "../row.ts";
import type { Telling } from "./event-sentence.ts";
import { heldEntries, type EntryChange, type HeldEntries, type HeldEntry } from "./held-entries.ts";
import { STATE, TIMERS, type StateTraceEvent, type TimerTraceEvent } from "./holdings.ts";
import { ledgerRows } from "./ledger.ts";
import { legendRow } from "./legend-row.ts";
import { placeName } from "./place-name.ts";
import { highest, sparkline } from "./sparkline.ts";
import { cursorText } from "./step-rows.ts";
import { onCanvas, type TraceCanvas } from "./trace-canvas.ts";
import { lastCursor, type TraceCursor } from "./trace-cursor.ts";
import { traceSigns, type TraceSigns } from "./trace-signs.ts";
import { tellingOf } from "./trace-telling.ts";
import { valueText } from "./value-text.ts";

const LEGEND: readonly LegendSign[] = ["added", "changed", "removed"];

const TONES: Readonly<Record<EntryChange, Tone>> = {
  added: "good",
  changed: "warning",
  removed: "bad",
  same: "plain",
};

/** Rows of the picture that hold no entries: the title, two empty ones, the legend, and two of each part. */
const AROUND = 8;

/** One of the two parts of the picture. */
interface Part<Event> {
  readonly title: string;
  readonly held: HeldEntries<Event>;
  readonly count: (count: number) => string;
  readonly none: string;
  readonly cells: (entry: HeldEntry<Event>) => readonly string[];
}

/**
 * Returns what the operators hold at a cursor: entries of keyed state and timers, what the step has added, changed and
 * removed, how many there are, and how many there have been over the whole run: a leak is a line that only rises.
 */
export function stateAndTimers(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words, size } = canvas;
  if (events.length === 0) return onCanvas([row(words.nothing, "quiet")], canvas);
  const telling = tellingOf(events, words);
  const state = statePart(heldEntries(events, cursor, STATE), telling);
  const timers = timerPart(heldEntries(events, cursor, TIMERS), telling);
  const rooms = shareRows(size.rows - AROUND, state.held.entries.length, timers.held.entries.length);
  const steps = { last: lastCursor(events).step, cursor: cursor.step, cells: size.columns };
  const position = row(cursorText(events, cursor, telling), "quiet");
  const rows = [
    ...(canvas.form === "plain" ? [position] : []),
    ...partRows(state, rooms[0], { steps, position }, canvas),
    EMPTY_ROW,
    ...partRows(timers, rooms[1], { steps, position: null }, canvas),
    ...(canvas.form === "plain" ? [] : [EMPTY_ROW, legendRow(LEGEND, canvas)]),
  ];
  return onCanvas(rows, canvas);
}

/** Gives each part the rows that it needs, and half of them at least where both need more. */
function shareRows(room: number, first: number, second: number): readonly [number, number] {
  const half = Math.floor(room / 2);
  if (second < half) return [room - second, second];
  return first < half ? [first, room - first] : [half, room - half];
}

function statePart(held: HeldEntries<StateTraceEvent>, { words, text }: Telling): Part<StateTraceEvent> {
  return {
    title: words.state.title,
    held,
    count: words.count.entries,
    none: words.state.noEntries,
    cells: ({ event, removedBy }) => [
      placeName(event.operator, event.subtask),
      valueText(event.key),
      event.state,
      text.window(event.namespace),
      valueText(event.value ?? ""),
      removedBy?.type === "state-expired" ? words.state.expired : "",
    ],
  };
}

function timerPart(held: HeldEntries<TimerTraceEvent>, { words, text }: Telling): Part<TimerTraceEvent> {
  return {
    title: words.state.timers,
    held: { ...held, entries: held.entries.toSorted(inTimeBehindChanges) },
    count: words.count.timers,
    none: words.state.noTimers,
    cells: ({ event, removedBy }) => [
      placeName(event.operator, event.subtask),
      valueText(event.key),
      text.timestamp(event.timestamp),
      text.window(event.namespace),
      removedBy?.type === "timer-fire" ? words.state.fired : words.state.domain[event.timeDomain],
    ],
  };
}

function inTimeBehindChanges(one: HeldEntry<TimerTraceEvent>, other: HeldEntry<TimerTraceEvent>): number {
  const unchanged = ({ change }: HeldEntry<TimerTraceEvent>): number => (change === "same" ? 1 : 0);
  return unchanged(one) - unchanged(other) || one.event.timestamp - other.event.timestamp;
}

function partRows<Event>(
  part: Part<Event>,
  room: number,
  where: { readonly steps: Parameters<typeof sparkline>[1]; readonly position: Row | null },
  canvas: TraceCanvas,
): readonly Row[] {
  const { words, size, form } = canvas;
  const signs = traceSigns(canvas.signs);
  const most = highest(part.held.levels);
  const facts = [
    part.held.count === 0 ? part.none : part.count(part.held.count),
    ...(most === null ? [] : [words.state.most(most.value, most.step)]),
  ];
  const spark = form === "plain" || most === null ? [] : [sparkline(part.held.levels, where.steps, signs)];
  const rows = [...spark, ...entryRows(part, room, signs, canvas)];
  if (form === "plain") return [row(words.named(part.title, words.listed(facts))), ...rows];
  const head: Row = [span(part.title, "accent", "bold"), span(`  ${words.listed(facts)}`)];
  return [where.position === null ? head : spreadRow(head, where.position, size.columns), ...rows];
}

function entryRows<Event>(
  { held, cells }: Part<Event>,
  room: number,
  signs: TraceSigns,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words, form } = canvas;
  const cut = form === "drawn" && held.entries.length > room;
  const shown = cut ? held.entries.slice(0, Math.max(0, room - 1)) : held.entries;
  const lines = shown.map((entry) => {
    const { change } = entry;
    const sign = form === "plain" && change !== "same" ? words.sign[change] : signs[change];
    return [
      row(sign, TONES[change]),
      ...cells(entry).map((text) => row(text, change === "same" ? "plain" : TONES[change])),
    ];
  });
  const left = held.entries.length - shown.length;
  return [...ledgerRows(lines, canvas), ...(left > 0 ? [row(`   ${words.more(left)}`, "quiet")] : [])];
}

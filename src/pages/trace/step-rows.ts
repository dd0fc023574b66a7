import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { row, span, type Row } from "../row.ts";
import { wrapRow } from "../wrap.ts";
import { eventSentence, type Telling } from "./event-sentence.ts";
import { placeName } from "./place-name.ts";
import type { TraceCanvas } from "./trace-canvas.ts";
import { eventsAt, lastCursor, type TraceCursor } from "./trace-cursor.ts";
import { traceSigns } from "./trace-signs.ts";

/** Returns where the cursor stands: the step, the last step, the time. */
export function cursorText(events: readonly TracedEvent[], cursor: TraceCursor, telling: Telling): string {
  const time = events.findLast(({ step }) => step <= cursor.step)?.time ?? 0;
  return telling.words.step(cursor.step, lastCursor(events).step, telling.text.time(time));
}

/** Returns what happened at the step of the cursor, an entry for each operator, in at most `most` rows. */
export function stepRows(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  most: number,
  { canvas, telling }: { readonly canvas: TraceCanvas; readonly telling: Telling },
): readonly Row[] {
  const signs = traceSigns(canvas.signs);
  const wrong = (canvas.violations ?? []).filter(({ step }) => step === cursor.step);
  const groups = Map.groupBy(eventsAt(events, cursor), ({ operator, subtask }) =>
    placeName(operator, subtask),
  );
  const done = [...groups].flatMap(([place, group]): readonly Row[] => {
    const said = [...new Set(group.flatMap((event) => eventSentence(event, telling) ?? []))];
    if (said.length === 0) return [];
    return entryRows(
      row(telling.words.named(place, telling.words.listed(said))),
      row(signs.cursor, "accent"),
      canvas,
    );
  });
  const rows = [
    ...wrong.flatMap(({ says }) => entryRows(row(says, "bad"), row(signs.violated, "bad"), canvas)),
    ...done,
  ];
  if (rows.length <= most) return rows;
  return [...rows.slice(0, most - 1), row(`  ${telling.words.moreRows(rows.length - most + 1)}`, "quiet")];
}

function entryRows(text: Row, sign: Row, { size }: TraceCanvas): readonly Row[] {
  const lines = wrapRow(text, size.columns - 2);
  return lines.map((line, index) => [...(index === 0 ? sign : [span(" ")]), span(" "), ...line]);
}

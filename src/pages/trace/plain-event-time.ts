import { row, type Row } from "../row.ts";
import { eventSentence } from "./event-sentence.ts";
import { placeName } from "./place-name.ts";
import type { RecordLane } from "./record-lanes.ts";
import { cursorText } from "./step-rows.ts";
import { recordNote, watermarkNote, windowNote, type Noting } from "./strip-notes.ts";
import { eventsAt } from "./trace-cursor.ts";
import { tellingOf } from "./trace-telling.ts";
import { valueText } from "./value-text.ts";
import { watermarkHolder } from "./watermark-holder.ts";

/** Returns the strip as sentences: what came, where the watermark stands, what the windows do, what happens now. */
export function plainEventTime(noting: Noting): readonly Row[] {
  const { events, cursor, facts, words } = noting;
  const telling = tellingOf(events, words, facts.text);
  const told = eventsAt(events, cursor).flatMap((event) => {
    const said = eventSentence(event, telling);
    return said === null ? [] : [words.named(placeName(event.operator, event.subtask), said)];
  });
  return [
    words.named(words.strip.title, cursorText(events, cursor, telling)),
    ...facts.lanes.map((lane) => laneText(lane, noting)),
    ...facts.watermarks.map((lane) => {
      const holder = watermarkHolder(events, cursor, lane);
      return words.named(
        `${words.strip.watermark} ${placeName(lane.operator, lane.subtask)}`,
        words.listed(watermarkNote(lane, noting, holder).facts),
      );
    }),
    ...facts.windows.map((window) =>
      words.named(facts.text.window(window), words.listed(windowNote(window, words).facts)),
    ),
    ...told,
  ].map((text) => row(text));
}

function laneText(lane: RecordLane, noting: Noting): string {
  const { cursor, facts, words } = noting;
  const come = lane.records.filter(({ step }) => step <= cursor.step);
  const records = come.map(({ timestamp, value, lateAt }) => {
    const text = `${facts.text.timestamp(timestamp)} ${valueText(value)}`;
    return lateAt !== null && lateAt <= cursor.step ? words.marked(text, words.sign.late) : text;
  });
  const ahead = lane.records.length - come.length;
  const said = [
    ...records,
    ...(ahead > 0 ? [`${words.sign.ahead} ${ahead}`] : []),
    ...recordNote(lane, noting).facts,
  ];
  const name = [placeName(lane.operator, lane.subtask), lane.split ?? ""].join(" ").trim();
  return words.named(name, words.listed(said));
}

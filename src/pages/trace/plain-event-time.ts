import { row, type Row } from "../row.ts";
import { eventSentence } from "./event-sentence.ts";
import type { LaneRecord } from "./late-records.ts";
import { placeName } from "./place-name.ts";
import type { RecordLane } from "./record-lanes.ts";
import { cursorText } from "./step-rows.ts";
import { recordNote, watermarkNote, windowNote, type Noting } from "./strip-notes.ts";
import { eventsAt } from "./trace-cursor.ts";
import { tellingOf } from "./trace-telling.ts";
import { valueText } from "./value-text.ts";
import { watermarkHolder } from "./watermark-holder.ts";
import type { WindowBar, WindowPhase } from "./window-bars.ts";

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
    ...facts.watermarks.flatMap((lane) => {
      const said = watermarkNote(lane, noting, watermarkHolder(events, cursor, lane)).facts;
      const name = `${words.strip.watermark} ${placeName(lane.operator, lane.subtask)}`;
      return said.length === 0 ? [] : [words.named(name, words.listed(said))];
    }),
    ...windowTexts(noting),
    ...told,
  ].map((text) => row(text));
}

/** How many of those that nothing happens to are told one by one. */
const MOST = 5;

/** The records that came last and those that came too late. */
function laneText(lane: RecordLane, noting: Noting): string {
  const { cursor, facts, words } = noting;
  const come = lane.records.filter(({ step }) => step <= cursor.step);
  const isLate = ({ lateAt }: LaneRecord): boolean => lateAt !== null && lateAt <= cursor.step;
  const newest = new Set(come.slice(-MOST));
  const told = come.filter((record) => newest.has(record) || isLate(record));
  const records = told.map((record) => {
    const text = `${facts.text.timestamp(record.timestamp)} ${valueText(record.value)}`;
    return isLate(record) ? words.marked(text, words.sign.late) : text;
  });
  const ahead = lane.records.length - come.length;
  const earlier = come.length - told.length;
  const said = [
    ...(earlier > 0 ? [words.strip.earlier(earlier)] : []),
    ...records,
    ...(ahead > 0 ? [`${words.sign.ahead} ${ahead}`] : []),
    ...recordNote(lane, noting).facts,
  ];
  const name = [placeName(lane.operator, lane.subtask), lane.split ?? ""].join(" ").trim();
  return words.named(name, words.listed(said));
}

/** The windows that hold something or lost something, the last ones that are gone, and the next ones. */
function windowTexts({ facts, words }: Noting): readonly string[] {
  const of = (phase: WindowPhase): readonly WindowBar[] =>
    facts.windows.filter((window) => window.phase === phase);
  const around = new Set([...of("gone").slice(-MOST), ...of("ahead").slice(0, MOST)]);
  const told = facts.windows.filter(
    (window) => around.has(window) || window.late > 0 || window.phase === "open" || window.phase === "fired",
  );
  const others = facts.windows.length - told.length;
  return [
    ...told.map((window) =>
      words.named(facts.text.window(window), words.listed(windowNote(window, words).facts)),
    ),
    ...(others > 0 ? [words.more(others)] : []),
  ];
}

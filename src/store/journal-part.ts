import { deviceOf, numberOf } from "../history/event-id.ts";
import type { HistoryEvent } from "../history/event.ts";
import { parseEvent } from "../history/parse-event.ts";
import { readRange } from "./file-range.ts";
import { unreadableJournal } from "./journal-files.ts";

const LINE_FEED = 0x0a;

/** What stands in one device's journal between two bytes. */
export interface JournalPart {
  readonly file: string;
  /** The first byte that was read. */
  readonly start: number;
  readonly events: readonly HistoryEvent[];
  /** How many events are of types that only a later version knows. */
  readonly unknown: number;
  /** The lines that are no events; the file's first line is 1. */
  readonly broken: readonly number[];
  /** The highest number of each device that has events here: copies of other journals may lie about. */
  readonly lastNumbers: ReadonlyMap<string, number>;
  /** Where the last whole line ends, in bytes from the start of the file. */
  readonly end: number;
  /** What stands behind it: the start of a line that was never finished, so never acknowledged. */
  readonly torn: Buffer;
  /** Whether the last whole line has its line feed. */
  readonly ending: "line-feed" | "open";
}

/** Reads a journal from byte `start` to byte `end`. Throws the Failure `journal-read`. */
export function readJournal(file: string, start = 0, end = Infinity): JournalPart {
  try {
    return partOf(file, start, readRange(file, start, end));
  } catch (error) {
    throw unreadableJournal(file, error);
  }
}

function partOf(file: string, start: number, bytes: Buffer): JournalPart {
  const rest = bytes.subarray(bytes.lastIndexOf(LINE_FEED) + 1);
  // The beginning of a JSON object never is one itself: if the rest is one, only its line feed is missing.
  const whole = parseEvent(rest.toString()).kind !== "broken";
  const torn = whole ? rest.subarray(rest.length) : rest;
  const lines = bytes.toString("utf8", 0, bytes.length - torn.length).split("\n");
  const sorted = sortOut(lines);
  return {
    file,
    start,
    ...sorted,
    broken: sorted.broken.length === 0 ? [] : numbered(sorted.broken, file, start),
    end: start + bytes.length - torn.length,
    torn,
    ending: whole ? "open" : "line-feed",
  };
}

/** What the lines of a part come to; `broken` has their indexes. */
type SortedLines = Pick<JournalPart, "events" | "unknown" | "broken" | "lastNumbers">;

function sortOut(lines: readonly string[]): SortedLines {
  const events: HistoryEvent[] = [];
  const broken: number[] = [];
  const lastNumbers = new Map<string, number>();
  let unknown = 0;
  for (const [index, line] of lines.entries()) {
    // An empty line is left where a last line without its line feed was carried on.
    if (line.trim() === "") continue;
    const parsed = parseEvent(line);
    if (parsed.kind === "broken") {
      broken.push(index);
      continue;
    }
    const { id } = parsed.event;
    lastNumbers.set(deviceOf(id), Math.max(numberOf(id), lastNumbers.get(deviceOf(id)) ?? 0));
    if (parsed.kind === "unknown") unknown += 1;
    else events.push(parsed.event);
  }
  return { events, unknown, broken, lastNumbers };
}

function numbered(indexes: readonly number[], file: string, start: number): readonly number[] {
  const before = readRange(file, 0, start).filter((byte) => byte === LINE_FEED).length;
  return indexes.map((index) => before + index + 1);
}

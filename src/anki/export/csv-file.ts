import { dayOf } from "../../base/day.ts";
import type { Memory } from "../../schedule/memory.ts";
import type { CardRecord, RecordsRequest } from "./card-record.ts";
import { cardRecords } from "./card-record.ts";
import { ROLLOVER } from "./card-state.ts";
import type { NotesFile } from "./text-file.ts";

/** The columns, by their names in the first line. */
const COLUMNS: Readonly<Record<string, (record: CardRecord) => string>> = {
  uid: ({ card }) => card.id,
  kind: ({ card }) => card.kind,
  chapter: ({ card }) => card.chapter,
  level: ({ card }) => card.level ?? "",
  tags: ({ card }) => card.tags.join(" "),
  question_zh: ({ faces }) => faces.zh?.question ?? "",
  answer_zh: ({ faces }) => faces.zh?.answer ?? "",
  question_en: ({ faces }) => faces.en?.question ?? "",
  answer_en: ({ faces }) => faces.en?.answer ?? "",
  state: ({ standing }) => standing,
  due: ({ progress }) => dueOf(progress.memory),
  stability: ({ progress }) => progress.memory?.stability.toFixed(2) ?? "",
  difficulty: ({ progress }) => progress.memory?.difficulty.toFixed(2) ?? "",
  answers: ({ progress }) => String(progress.memory?.reps ?? 0),
  lapses: ({ progress }) => String(progress.memory?.lapses ?? 0),
};

/** Tells programs that the file is UTF-8; Excel takes Chinese for something else without it. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Returns cards as a table for spreadsheets (RFC 4180). */
export function csvFile(request: RecordsRequest): NotesFile {
  const records = cardRecords(request);
  const lines = records.map((record) => Object.values(COLUMNS).map((column) => cellOf(column(record))));
  const text = [Object.keys(COLUMNS), ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
  return { text: BYTE_ORDER_MARK + text, notes: new Set(records.map(({ card }) => card.note)).size };
}

/** A table tells the day, of a card that is being learned too. */
function dueOf(memory: Memory | null): string {
  if (memory === null) return "";
  return memory.due.kind === "day" ? memory.due.day : dayOf(memory.due.at, memory.last.tz, ROLLOVER);
}

/** What begins like a formula is run as one by spreadsheets, unless an apostrophe stands in front (OWASP, "CSV Injection"). */
function cellOf(value: string): string {
  const harmless = /^[=+@\t\r]|^-(?!\d)/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

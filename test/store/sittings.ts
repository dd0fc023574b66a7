import type { EventDraft, HistoryEvent } from "../../src/history/event.ts";
import { lineOf } from "../../src/history/parse-event.ts";
import { journalFiles } from "../../src/store/journal-files.ts";
import type { Places } from "../../src/store/places.ts";
import { openStore, readHistory } from "../../src/store/store.ts";
import { after, rated } from "../history/builders.ts";
import { writeFiles } from "./scratch.ts";

/** Three answers of one morning. */
export const THREE: readonly EventDraft[] = [
  rated("a", "good"),
  rated("b", "again", after(1)),
  rated("a", "good", after(12)),
];

/** Appends to the store at `places` in a sitting of its own and returns what was acknowledged. */
export function append(places: Places, drafts: readonly EventDraft[]): readonly HistoryEvent[] {
  const store = openStore(places);
  const events = store.append(drafts);
  store.close();
  return events;
}

/** Returns events as the text of a journal. */
export function textOf(events: readonly HistoryEvent[]): string {
  return events.map((event) => `${lineOf(event)}\n`).join("");
}

/** Writes the journal of another device. */
export function writeJournal(places: Places, device: string, events: readonly HistoryEvent[]): void {
  writeFiles(places.journal, { [`${device}.jsonl`]: textOf(events) });
}

/** Returns the file of the only journal there is. */
export function journalOf(places: Places): string {
  const [file = ""] = journalFiles(places.journal);
  return file;
}

/** Returns the kinds of the warnings that reading the history gives. */
export function warningsOf(places: Places): readonly string[] {
  return readHistory(places)
    .warnings()
    .map(({ kind }) => kind);
}

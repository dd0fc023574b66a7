import { basename } from "node:path";

import type { HistoryEvent } from "../history/event.ts";
import type { Progress } from "../history/progress.ts";
import { replay, resume } from "../history/replay.ts";
import { journalFiles } from "./journal-files.ts";
import { fitsHead } from "./journal-head.ts";
import type { JournalPart } from "./journal-part.ts";
import { readJournal } from "./journal-part.ts";
import type { Places } from "./places.ts";
import type { Snapshot } from "./snapshot.ts";
import { readSnapshot } from "./snapshot.ts";

/** The journals of all devices, and what follows from them. */
export interface Journals {
  readonly progress: Progress;
  /** What was read of each of them now: what the snapshot didn't know yet, or everything. */
  readonly parts: readonly JournalPart[];
  readonly snapshot: SnapshotState;
}

/** How a snapshot stands to the journals. */
export type SnapshotState =
  /** It knows everything that they say. */
  | "current"
  /** Something has happened since. */
  | "behind"
  /** It follows from other journals, or something has come to light that happened before its end. */
  | "unfit"
  /** There is none. */
  | "missing"
  /** Another version of the program has written it. */
  | "old"
  /** It doesn't hold what was written. */
  | "broken";

/**
 * Reads what follows from the journals: the snapshot and what came after it, or everything where the snapshot is of no
 * use. Both ways come to the same. Throws the Failure `journal-read`.
 */
export function readJournals(places: Places): Journals {
  const files = journalFiles(places.journal);
  const read = readSnapshot(places.snapshot);
  if (read.kind !== "read") return { ...readAll(files), snapshot: read.kind };
  return readOn(read.snapshot, files) ?? { ...readAll(files), snapshot: "unfit" };
}

/** Returns events without those that are there twice: whoever synchronises journals may leave copies of them. */
export function eachOnce(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return byId.size === events.length ? events : [...byId.values()];
}

/** Returns the highest number that an event of a device has anywhere; 0 if it has none. */
export function lastNumberOf(device: string, { parts }: Journals): number {
  return Math.max(0, ...parts.map(({ lastNumbers }) => lastNumbers.get(device) ?? 0));
}

function readAll(files: readonly string[]): Omit<Journals, "snapshot"> {
  const parts = files.map((file) => readJournal(file));
  return { progress: replay(eachOnce(parts.flatMap((part) => part.events))), parts };
}

function readOn(snapshot: Snapshot, files: readonly string[]): Journals | null {
  const parts = tailsOf(snapshot.heads, files);
  if (parts === null) return null;
  const resumption = resume(
    snapshot.progress,
    parts.flatMap((part) => part.events),
  );
  if (resumption.kind === "replay-needed") return null;
  const state = parts.every((part) => part.start === part.end) ? "current" : "behind";
  return { progress: resumption.progress, parts, snapshot: state };
}

/** Reads each journal from its head; `null` if heads and journals aren't each other's. */
function tailsOf(heads: Snapshot["heads"], files: readonly string[]): readonly JournalPart[] | null {
  if (files.length !== Object.keys(heads).length) return null;
  const parts: JournalPart[] = [];
  for (const file of files) {
    const head = heads[basename(file)];
    if (head === undefined || !fitsHead(file, head)) return null;
    const part = readJournal(file, head.bytes);
    parts.push({ ...part, lastNumbers: new Map([...Object.entries(head.lastNumbers), ...part.lastNumbers]) });
  }
  return parts;
}

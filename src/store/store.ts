import { closeSync, openSync } from "node:fs";

import { Failure } from "../base/failure.ts";
import type { EventDraft, HistoryEvent } from "../history/event.ts";
import { deviceIn } from "./device.ts";
import { journalFile } from "./journal-files.ts";
import type { JournalReach } from "./journal-head.ts";
import { headsOf } from "./journal-head.ts";
import { JournalWriter } from "./journal-writer.ts";
import type { Journals } from "./journals.ts";
import { lastNumberOf, readJournals } from "./journals.ts";
import { keepTornLine, removeUnfinished } from "./leftovers.ts";
import { takeLock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import type { Places } from "./places.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";
import type { StoredHistory } from "./stored-history.ts";
import { openHistory } from "./stored-history.ts";
import { codeOf, reasonOf } from "./system-error.ts";

/** The history, open for writing. Nobody else can write until it is closed. */
export interface Store extends StoredHistory {
  /** The name of this device, with which the ids of its events begin. */
  readonly device: string;
  /**
   * Puts events on disk and returns them with their ids: when it returns they outlive a crash. All of them are on
   * disk or none. Throws the Failure `journal-write` if the disk refuses; the store can be used on, and asked again.
   */
  readonly append: (drafts: readonly EventDraft[]) => readonly HistoryEvent[];
  /** Writes the snapshot and lets others write. It never throws: a snapshot that can't be written is a warning. */
  readonly close: () => void;
}

/**
 * Reads the history without a lock and without writing anything; a folder that isn't there is an empty history.
 * Throws the Failure `journal-read`.
 */
export function readHistory(places: Places): StoredHistory {
  return openHistory(readJournals(places));
}

/**
 * Opens the history for writing, making its folder if it isn't there. Throws the Failures `locked` if somebody else
 * writes, `data-folder` if the folder can't be made or written, and `journal-read`.
 */
export function openStore(places: Places): Store {
  return inFolder(places.data, () => {
    makeFolder(places.journal);
    const lock = takeLock(places.lock);
    try {
      return openLocked(places, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

function inFolder<T>(folder: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (codeOf(error) === "") throw error;
    throw new Failure({ code: "data-folder", data: { folder, reason: reasonOf(error) } }, error);
  }
}

function openLocked(places: Places, release: () => void): Store {
  removeUnfinished(places.snapshot);
  const device = deviceIn(places.data);
  const { journals, writer, others } = openJournals(places, device);
  const history = openHistory(journals);
  const snapshot = new SnapshotWriter(
    places.snapshot,
    () => ({ heads: headsOf([...others, writer.reach]), progress: history.progress() }),
    journals.snapshot === "current" ? 0 : 1,
  );
  let state: "open" | "closed" = "open";
  return {
    ...history,
    device,
    warnings: () => [...history.warnings(), ...snapshot.warnings],
    append: (drafts) => {
      if (state === "closed") throw new Error("the store is closed");
      const events = writer.append(drafts);
      history.add(events);
      snapshot.fallBehind(events.length);
      return events;
    },
    close: () => {
      if (state === "closed") return;
      state = "closed";
      try {
        snapshot.catchUp();
      } finally {
        writer.close();
        release();
      }
    },
  };
}

/** The journals as they were read, with the device's own one open for writing. */
interface OpenJournals {
  readonly journals: Journals;
  readonly writer: JournalWriter;
  readonly others: readonly JournalReach[];
}

function openJournals(places: Places, device: string): OpenJournals {
  const file = journalFile(places.journal, device);
  closeSync(openSync(file, "a"));
  const journals = readJournals(places);
  const own = journals.parts.find((part) => part.file === file);
  if (own === undefined) throw new Error(`${file} was made and isn't there`);
  keepTornLine(own, places.backups);
  const others = journals.parts.filter((part) => part !== own);
  return { journals, writer: new JournalWriter(device, lastNumberOf(device, journals), own), others };
}

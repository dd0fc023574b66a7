import type { Progress } from "../history/progress.ts";
import { journalFiles } from "./journal-files.ts";
import { readJournal } from "./journal-part.ts";
import { readJournals, type SnapshotState } from "./journals.ts";
import type { Places } from "./places.ts";
import type { StoreWarning } from "./store-warning.ts";
import { warningsOf } from "./store-warning.ts";

/** What a look at the whole history finds. */
export interface HistoryReport {
  /** Journals, one a device. */
  readonly files: number;
  readonly events: number;
  /** Events of types that only a later version knows. */
  readonly unknown: number;
  readonly snapshot: SnapshotState;
  readonly warnings: readonly StoreWarning[];
  readonly progress: Progress;
}

/** Reads every journal whole and the snapshot, and reports. Writes nothing. Throws the Failure `journal-read`. */
export function inspectHistory(places: Places): HistoryReport {
  const parts = journalFiles(places.journal).map((file) => readJournal(file));
  const { snapshot, progress } = readJournals(places);
  return {
    files: parts.length,
    events: parts.reduce((count, part) => count + part.events.length + part.unknown, 0),
    unknown: parts.reduce((count, part) => count + part.unknown, 0),
    snapshot,
    warnings: warningsOf({ parts, snapshot, progress }),
    progress,
  };
}

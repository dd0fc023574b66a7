import { LowSync } from "lowdb";

import type { Progress } from "../history/progress.ts";
import { checkedFile } from "./checked-file.ts";
import type { JournalHead } from "./journal-head.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";
import type { StoredProgress } from "./stored-progress.ts";
import { progressStored, storedProgress } from "./stored-progress.ts";

/** What followed from the journals when each had been read up to its head; heads go by the name of the file. */
export interface Snapshot {
  readonly heads: Readonly<Record<string, JournalHead>>;
  readonly progress: Progress;
}

/** What came of reading a snapshot: one to go on from, or why there is none. */
export type SnapshotRead =
  | { readonly kind: "read"; readonly snapshot: Snapshot }
  | { readonly kind: "missing" }
  /** Another version of the program has written it. */
  | { readonly kind: "old" }
  /** It doesn't hold what this program wrote. */
  | { readonly kind: "broken" };

/** The file's content, as lowdb holds it. */
interface Stored {
  /** The stamp of the program that wrote it. */
  readonly version: string;
  readonly snapshot: (Pick<Snapshot, "heads"> & { readonly progress: StoredProgress }) | null;
}

const NOTHING: Stored = { version: "", snapshot: null };

/** Reads the snapshot. Never throws: whatever is wrong with it, the journals know everything that it knows. */
export function readSnapshot(path: string): SnapshotRead {
  const database = new LowSync<Stored>(checkedFile(path), NOTHING);
  try {
    database.read();
  } catch {
    return { kind: "broken" };
  }
  const { version, snapshot } = database.data;
  if (snapshot === null) return { kind: "missing" };
  if (version !== PROGRAM_STAMP) return { kind: "old" };
  return { kind: "read", snapshot: { ...snapshot, progress: progressStored(snapshot.progress) } };
}

/** Writes the snapshot. Throws what the system throws; the old one is then still there. */
export function writeSnapshot(path: string, { heads, progress }: Snapshot): void {
  const database = new LowSync<Stored>(checkedFile(path), NOTHING);
  database.data = { version: PROGRAM_STAMP, snapshot: { heads, progress: storedProgress(progress) } };
  database.write();
}

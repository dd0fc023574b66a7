import { join } from "node:path";

import { LowSync } from "lowdb";

import { checkedFile } from "./checked-file.ts";
import { INDEX } from "./deck-cache.ts";
import type { NotesFile } from "./deck-files.ts";
import type { DeckOutline } from "./deck-outline.ts";
import type { FileStamp } from "./file-stamp.ts";
import { hasStayed, isSameStamp, stampOfFile } from "./file-stamp.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";

/** The file, as lowdb holds it. */
interface Stored {
  /** The stamp of the program that wrote it. */
  readonly version: string;
  /** When the files were looked at, in milliseconds since 1970. */
  readonly lookedAt: number;
  /** The stamp of the index that goes with it; `null` = there is none. */
  readonly index: FileStamp | null;
  readonly outline: DeckOutline | null;
}

const NOTHING: Stored = { version: "", lookedAt: 0, index: null, outline: null };

/**
 * Returns the outline that is kept in a folder, if it was made of just these files and none of them has changed, nor
 * the index, in which is looked up what isn't in the outline. Never throws: what can't be read is made anew.
 */
export function readOutline(folder: string, files: readonly NotesFile[]): DeckOutline | null {
  const stored = readStored(folder);
  if (stored === null || stored.version !== PROGRAM_STAMP) return null;
  const { lookedAt, index, outline } = stored;
  if (outline === null || outline.files.length !== files.length) return null;
  const present = stampOfFile(join(folder, INDEX));
  if (index === null || present === null || !isSameStamp(index, present)) return null;
  const isCurrent = files.every((file, number) => {
    const known = outline.files[number]?.source;
    return known?.path === file.path && hasStayed(known.stamp, file.stamp, lookedAt);
  });
  return isCurrent ? outline : null;
}

/** Keeps the outline of files that were looked at at `lookedAt` (milliseconds since 1970), where it can be written. */
export function keepOutline(folder: string, outline: DeckOutline, lookedAt: number): void {
  const database = databaseIn(folder);
  try {
    database.data = { version: PROGRAM_STAMP, lookedAt, index: stampOfFile(join(folder, INDEX)), outline };
    database.write();
  } catch {
    // The next start goes through the index.
  }
}

function readStored(folder: string): Stored | null {
  const database = databaseIn(folder);
  try {
    database.read();
    return database.data;
  } catch {
    return null;
  }
}

function databaseIn(folder: string): LowSync<Stored> {
  return new LowSync<Stored>(checkedFile(join(folder, "outline.json")), NOTHING);
}

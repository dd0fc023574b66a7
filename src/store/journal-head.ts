import { statSync } from "node:fs";
import { basename } from "node:path";

import { readRange } from "./file-range.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp, stampOf } from "./file-stamp.ts";
import type { JournalPart } from "./journal-part.ts";
import { sha256 } from "./sha256.ts";

/** How far a journal has been read, and how to tell that what was read is still the same. */
export interface JournalHead {
  /** Where the last line that was read ends, in bytes. */
  readonly bytes: number;
  /** The highest number of each device in it. */
  readonly lastNumbers: Readonly<Record<string, number>>;
  readonly stamp: FileStamp;
  /** A hash of everything that was read; it is needed only where the stamp is another one. */
  readonly hash: string;
}

/** How far a journal has been read, while it is being read. */
export type JournalReach = Pick<JournalPart, "file" | "end" | "lastNumbers">;

/** Returns the heads of journals by the names of their files. Throws what the system throws. */
export function headsOf(journals: readonly JournalReach[]): Readonly<Record<string, JournalHead>> {
  return Object.fromEntries(journals.map((journal) => [basename(journal.file), headOf(journal)]));
}

/** Tells whether a journal still begins with what had been read of it; one that can't be read doesn't. */
export function fitsHead(file: string, head: JournalHead): boolean {
  try {
    return isSameStamp(stampOf(statSync(file)), head.stamp) || hashOf(file, head.bytes) === head.hash;
  } catch {
    return false;
  }
}

function headOf({ file, end, lastNumbers }: JournalReach): JournalHead {
  return {
    bytes: end,
    lastNumbers: Object.fromEntries(lastNumbers),
    stamp: stampOf(statSync(file)),
    hash: hashOf(file, end),
  };
}

function hashOf(file: string, end: number): string {
  return sha256(readRange(file, 0, end));
}

import type { Stats } from "node:fs";
import { statSync } from "node:fs";

/** What tells without reading it that a file hasn't changed. */
export interface FileStamp {
  readonly size: number;
  /** When its text was written last, in milliseconds. */
  readonly mtimeMs: number;
  /** When anything about it changed last, in milliseconds: unlike the other it can't be set back. */
  readonly ctimeMs: number;
}

/** Returns the stamp of a file. */
export function stampOf({ size, mtimeMs, ctimeMs }: Stats): FileStamp {
  return { size, mtimeMs, ctimeMs };
}

/** Returns the stamp of the file at `path`; `null` = there is none. */
export function stampOfFile(path: string): FileStamp | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : stampOf(stats);
}

/** Tells whether two stamps are the same. */
export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs;
}

/** How long after a change a file may change again without its stamp telling, in milliseconds: FAT counts by two seconds. */
export const COARSEST_CLOCK = 2000;

/**
 * Tells whether a file that was looked at at `lookedAt` (milliseconds since 1970) is certain to be the same now: a stamp
 * says nothing yet that was fresh then.
 */
export function hasStayed(was: FileStamp, is: FileStamp, lookedAt: number): boolean {
  return isSameStamp(was, is) && is.ctimeMs + COARSEST_CLOCK < lookedAt;
}

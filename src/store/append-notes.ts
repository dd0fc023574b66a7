import { appendFileSync } from "node:fs";
import { dirname } from "node:path";

import { Failure } from "../base/failure.ts";
import type { EncodingGuess } from "../base/problem.ts";
import { decodeText } from "./decode-text.ts";
import { encodeText } from "./encode-text.ts";
import { readRange } from "./file-range.ts";
import { makeFolder } from "./make-folder.ts";
import { syncFolder } from "./sync-folder.ts";
import { reasonOf, unlessMissing } from "./system-error.ts";

/** A file of notes as it is now: its text, how its lines end, and its encoding (`null` = UTF-8). */
export interface NotesForm {
  readonly text: string;
  readonly lineEnd: string;
  readonly encoding: EncodingGuess | null;
}

/** Reads a file of notes to append to it; one that isn't there is empty. Throws the Failure `file-read`. */
export function readForm(file: string): NotesForm {
  try {
    const bytes = unlessMissing(() => readRange(file, 0)) ?? new Uint8Array();
    const decoded = decodeText(bytes);
    if (decoded.kind === "binary") throw new Error("binary");
    const { text, guess } = decoded;
    return { text, lineEnd: lineEndOf(text), encoding: guess };
  } catch (error) {
    throw new Failure({ code: "file-read", data: { file, reason: reasonOf(error) } }, error);
  }
}

/** The line ending that most lines have. */
function lineEndOf(text: string): string {
  const counts = Map.groupBy(text.match(/\r\n|[\r\n]/gu) ?? [], (end) => end);
  const [most] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? "\n";
}

/**
 * Puts text behind all that a file has, in its encoding, and on disk; every byte that was there stays as it was. Throws
 * the Failures `not-encodable` and `file-write`.
 */
export function appendToNotes(file: string, text: string, { encoding }: NotesForm): void {
  const bytes = encodeText(text, encoding);
  if (bytes === null) {
    throw new Failure({ code: "not-encodable", data: { file, encoding: encoding ?? "UTF-8" } });
  }
  try {
    makeFolder(dirname(file));
    appendFileSync(file, bytes, { flush: true });
    syncFolder(dirname(file));
  } catch (error) {
    throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
  }
}

import type { Problem } from "../base/problem.ts";
import type { NotesFile } from "./deck-files.ts";
import { placeOfFile } from "./deck-files.ts";
import { decodeText } from "./decode-text.ts";
import { readRange } from "./file-range.ts";
import { reasonOf } from "./system-error.ts";

/** The largest file that is read as notes, in bytes. */
const LARGEST = 8 * 1024 * 1024;

/** What came of reading a file of notes. */
export interface NotesRead {
  /** `null` if the file was left out; then a problem says why. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** Reads a file of notes. Never throws: what keeps it from being read is a problem. */
export function readNotes({ path, stamp }: NotesFile): NotesRead {
  const place = placeOfFile(path);
  if (stamp.size > LARGEST) {
    return leftOut({ code: "file-too-large", place, data: { bytes: stamp.size, limit: LARGEST } });
  }
  try {
    const decoded = decodeText(readRange(path, 0, LARGEST));
    if (decoded.kind === "binary") return leftOut({ code: "file-binary", place, data: {} });
    const { text, guess } = decoded;
    return { text, problems: guess === null ? [] : [{ code: "file-encoding", place, data: { guess } }] };
  } catch (error) {
    return leftOut({ code: "file-unreadable", place, data: { reason: reasonOf(error) } });
  }
}

function leftOut(problem: Problem): NotesRead {
  return { text: null, problems: [problem] };
}

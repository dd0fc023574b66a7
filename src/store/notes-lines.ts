import { readFileSync } from "node:fs";

import { decodeText } from "./decode-text.ts";

/** Returns the lines of a file of notes as it is on disk now; none if it can't be read any more. */
export function readNotesLines(file: string): readonly string[] {
  try {
    const decoded = decodeText(readFileSync(file));
    return decoded.kind === "text" ? decoded.text.split(/\r\n|[\r\n]/u) : [];
  } catch {
    return [];
  }
}

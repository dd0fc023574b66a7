import { readdirSync } from "node:fs";
import { join } from "node:path";

import { Failure } from "../base/failure.ts";
import { reasonOf, unlessMissing } from "./system-error.ts";

const SUFFIX = ".jsonl";

/** Returns the files of the journals in a folder, in the order of their names. Throws the Failure `journal-read`. */
export function journalFiles(folder: string): readonly string[] {
  try {
    const names = unlessMissing(() => readdirSync(folder)) ?? [];
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    throw unreadableJournal(folder, error);
  }
}

/** Returns the file of a device's journal. */
export function journalFile(folder: string, device: string): string {
  return join(folder, `${device}${SUFFIX}`);
}

/** Returns the Failure `journal-read` for a file or folder of journals that can't be read. */
export function unreadableJournal(file: string, error: unknown): Failure {
  return new Failure({ code: "journal-read", data: { file, reason: reasonOf(error) } }, error);
}

import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import type { JournalPart } from "./journal-part.ts";
import { makeFolder } from "./make-folder.ts";
import { UNFINISHED } from "./replace-file.ts";

/** Removes what a process left behind that died while it was replacing a file. Only whoever may write it can know that it died. */
export function removeUnfinished(file: string): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(basename(file)) && name.endsWith(UNFINISHED))
      rmSync(join(folder, name), { force: true });
  }
}

/** Copies the torn line at the end of a journal to `folder`, before the next write cuts it off. */
export function keepTornLine({ file, end, torn }: JournalPart, folder: string): void {
  if (torn.length === 0) return;
  try {
    makeFolder(folder);
    writeFileSync(join(folder, `${basename(file)}.${end}.torn`), torn);
  } catch {
    // Nobody was told that it had been saved, so it is no reason to refuse an answer.
  }
}

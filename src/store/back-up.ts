import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";

import { Failure } from "../base/failure.ts";
import { notesFolder } from "./imported-notes.ts";
import { makeFolder } from "./make-folder.ts";
import type { Places } from "./places.ts";
import { reasonOf } from "./system-error.ts";

/**
 * Sets the journals and the imported notes aside under a name that no other backup has, and returns the folder where
 * they are. Throws the Failure `file-write`.
 */
export function backUp(places: Places, name: string): string {
  const folder = freeFolder(join(places.backups, name));
  try {
    makeFolder(folder);
    for (const [from, to] of [
      [places.journal, "journal"],
      [notesFolder(places), "notes"],
    ] as const) {
      if (existsSync(from)) cpSync(from, join(folder, to), { recursive: true, preserveTimestamps: true });
    }
    return folder;
  } catch (error) {
    throw new Failure({ code: "file-write", data: { file: folder, reason: reasonOf(error) } }, error);
  }
}

function freeFolder(folder: string): string {
  let free = folder;
  for (let number = 2; existsSync(free); number += 1) free = `${folder}-${number}`;
  return free;
}

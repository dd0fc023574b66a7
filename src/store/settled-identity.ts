import { join } from "node:path";

import { LowSync } from "lowdb";

import { checkedFile } from "./checked-file.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";

/** The uids of a deck's notes that aren't those they have by themselves. */
export type OtherUids = ReadonlyMap<string, string>;

/** The file, as lowdb holds it. */
interface Stored {
  /** The stamp of the program that wrote it. */
  readonly version: string;
  /** Names the deck and the history that were compared. */
  readonly state: string;
  readonly uids: readonly (readonly [note: string, uid: string])[];
}

const NOTHING: Stored = { version: "", state: "", uids: [] };

/** Returns what it came to when the deck and the history that `state` names were compared, if nothing was left open; else `null`. */
export function readSettled(folder: string, state: string): OtherUids | null {
  const database = databaseIn(folder);
  try {
    database.read();
  } catch {
    return null;
  }
  const { version, state: known, uids } = database.data;
  return version === PROGRAM_STAMP && known === state ? new Map(uids) : null;
}

/** Keeps what it came to when a deck and a history were compared: the next start needn't do it again. */
export function keepSettled(folder: string, state: string, uids: OtherUids): void {
  const database = databaseIn(folder);
  database.data = { version: PROGRAM_STAMP, state, uids: [...uids] };
  try {
    database.write();
  } catch {
    // The next start compares again.
  }
}

function databaseIn(folder: string): LowSync<Stored> {
  return new LowSync<Stored>(checkedFile(join(folder, "identity.json")), NOTHING);
}

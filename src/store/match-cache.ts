import { join } from "node:path";

import { LowSync } from "lowdb";

import type { Comparison } from "../history/identity/compare-ledger.ts";
import type { Match } from "../history/identity/match-notes.ts";
import type { PastNote, PresentNote } from "../history/identity/notes.ts";
import { checkedFile } from "./checked-file.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";

/** What was compared, and what it came to; notes are called by their uids. */
interface Stored {
  /** The stamp of the program that wrote it. */
  readonly version: string;
  /** The notes that were lost, with the events that hold their texts. */
  readonly lost: readonly string[];
  /** The notes that they were compared with, with their texts and places. */
  readonly present: readonly string[];
  readonly pairs: readonly (readonly [past: string, present: string])[];
  readonly doubts: readonly (readonly [past: string, present: string, score: number])[];
}

const NOTHING: Stored = { version: "", lost: [], present: [], pairs: [], doubts: [] };

/**
 * What a match came to, on disk, so that notes that have gone for good aren't compared again at every start. It holds
 * as long as no other note is lost and no other text is in the deck. It can be deleted at any time.
 */
export class MatchCache {
  readonly #database: LowSync<Stored>;

  /** Opens the cache in a folder. */
  constructor(folder: string) {
    this.#database = new LowSync<Stored>(checkedFile(join(folder, "match.json")), NOTHING);
    try {
      this.#database.read();
    } catch {
      this.#database.data = NOTHING;
    }
  }

  /** Returns what a comparison comes to; `null` if something in it was never compared. */
  find(comparison: Comparison): Match | null {
    const { version, lost, present, pairs, doubts } = this.#database.data;
    const isOld =
      version !== PROGRAM_STAMP ||
      !isSubset(comparison.lost.map(nameOfPast), lost) ||
      !isSubset(presentIn(comparison).map(nameOfPresent), present);
    if (isOld) return null;
    const pasts = new Map(comparison.lost.map((note) => [note.uid, note]));
    const notes = new Map(presentIn(comparison).map((note) => [note.uid, note]));
    const revived = <T>([past, note]: readonly [string, string, ...unknown[]], more: T) => {
      const [one, other] = [pasts.get(past), notes.get(note)];
      return one === undefined || other === undefined ? [] : [{ past: one, present: other, ...more }];
    };
    return {
      pairs: pairs.flatMap((pair) => revived(pair, {})),
      doubts: doubts.flatMap((doubt) => revived(doubt, { score: doubt[2] })),
    };
  }

  /** Keeps what a comparison has come to. */
  keep(comparison: Comparison, { pairs, doubts }: Match): void {
    this.#database.data = {
      version: PROGRAM_STAMP,
      lost: comparison.lost.map(nameOfPast),
      present: presentIn(comparison).map(nameOfPresent),
      pairs: pairs.map(({ past, present }) => [past.uid, present.uid]),
      doubts: doubts.map(({ past, present, score }) => [past.uid, present.uid, score]),
    };
    try {
      this.#database.write();
    } catch {
      // The next start compares again.
    }
  }
}

function presentIn({ fresh, kept, pairs }: Comparison): readonly PresentNote[] {
  return [...fresh, ...[...kept, ...pairs].map(({ present }) => present)];
}

function nameOfPast({ uid, rows }: PastNote): string {
  return [uid, ...rows.map(({ event }) => event)].join(" ");
}

function nameOfPresent({ uid, faces }: PresentNote): string {
  return [uid, ...faces.flatMap(({ fingerprint, place }) => [fingerprint, place.file])].join(" ");
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return some.every((each) => known.has(each));
}

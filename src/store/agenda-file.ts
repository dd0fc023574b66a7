import { join } from "node:path";

import { LowSync } from "lowdb";

import type { Agenda } from "../review/agenda.ts";
import { cacheFolder } from "./cache-folder.ts";
import { checkedFile } from "./checked-file.ts";
import { findNotes } from "./deck-files.ts";
import { COARSEST_CLOCK, stampOfFile } from "./file-stamp.ts";
import type { FileStamp } from "./file-stamp.ts";
import { journalFiles } from "./journal-files.ts";
import { makeFolder } from "./make-folder.ts";
import type { Places } from "./places.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";

/** The file, as lowdb holds it. */
interface Stored {
  /** The stamp of the program that wrote it. */
  readonly version: string;
  /** Names what it follows from. */
  readonly state: string;
  readonly agenda: Agenda | null;
}

const NOTHING: Stored = { version: "", state: "", agenda: null };

/**
 * What was said last of the day's work, for whoever asks again before anything has changed: a prompt or a status bar asks
 * all day long. Nobody needs it: what can't be read or written is passed over.
 */
export class AgendaFile {
  readonly #database: LowSync<Stored>;
  readonly #folder: string;
  readonly #state: string | null;

  /**
   * Looks at what an agenda of these decks follows from: the stamps of the notes and of the journals, and `rest`, which
   * names everything else. It has to be opened before any of it is read. Throws the Failure `journal-read`.
   */
  constructor(places: Places, decks: readonly string[], rest: string) {
    this.#folder = cacheFolder(places.cache, decks);
    this.#database = new LowSync<Stored>(checkedFile(join(this.#folder, "agenda.json")), NOTHING);
    this.#state = stateOf(places, decks, rest);
  }

  /** Returns the agenda that is kept, if everything is as it was then; else `null`. */
  read(): Agenda | null {
    if (this.#state === null) return null;
    try {
      this.#database.read();
    } catch {
      return null;
    }
    const { version, state, agenda } = this.#database.data;
    return version === PROGRAM_STAMP && state === this.#state ? agenda : null;
  }

  /** Keeps an agenda of what was there when the file was opened. */
  keep(agenda: Agenda): void {
    if (this.#state === null) return;
    try {
      makeFolder(this.#folder);
      this.#database.data = { version: PROGRAM_STAMP, state: this.#state, agenda };
      this.#database.write();
    } catch {
      // The next one works it out again.
    }
  }
}

/** Returns a text that is another one whenever something has changed; `null` as long as a change could go unnoticed. */
function stateOf(places: Places, decks: readonly string[], rest: string): string | null {
  const { files, problems } = findNotes(decks);
  const stamps = [
    ...files.map(({ path, stamp }) => [path, stamp] as const),
    ...journalFiles(places.journal).map((file) => [file, stampOfFile(file)] as const),
  ];
  const settled = Date.now() - COARSEST_CLOCK;
  const isSure = stamps.every(([, stamp]) => stamp !== null && stamp.ctimeMs < settled);
  if (problems.length > 0 || !isSure) return null;
  return [rest, ...stamps.map(([path, stamp]) => `${path} ${textOf(stamp)}`)].join("\n");
}

function textOf(stamp: FileStamp | null): string {
  return stamp === null ? "" : `${stamp.size} ${stamp.mtimeMs} ${stamp.ctimeMs}`;
}

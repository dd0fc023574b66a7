import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { LowSync } from "lowdb";

import type { Source } from "../card/deck.ts";
import type { NoteText } from "../card/note-text.ts";
import type { ListedFile } from "../compile/compiled-file.ts";
import { cacheFolder } from "./cache-folder.ts";
import { checkedFile } from "./checked-file.ts";
import type { NotesFile } from "./deck-files.ts";
import type { OutlinedFile } from "./deck-outline.ts";
import { hasStayed } from "./file-stamp.ts";
import { makeFolder } from "./make-folder.ts";
import { PROGRAM_STAMP } from "./program-stamp.ts";
import { sha256 } from "./sha256.ts";
import type { StoredNote } from "./stored-note.ts";
import { noteStored, storedNote } from "./stored-note.ts";

/** A file of notes that has been compiled. */
export interface CachedFile extends OutlinedFile {
  readonly listed: ListedFile;
}

/** What the file of the index is called. */
export const INDEX = "index.json";

/** The file of the index, as lowdb holds it. */
interface Index {
  /** The stamp of the program that wrote it. */
  readonly version: string;
  /** When the files were looked at, in milliseconds since 1970. */
  readonly lookedAt: number;
  readonly files: readonly StoredFile[];
}

/** A file of notes as the index holds it. */
interface StoredFile extends Omit<CachedFile, "listed"> {
  readonly facts: ListedFile["facts"];
  readonly notes: readonly StoredNote[];
  readonly problems: ListedFile["problems"];
}

const NOTHING: Index = { version: "", lookedAt: 0, files: [] };

/** Returns a hash of everything that the compiled file depends on. */
export function hashOfSource({ path, role, text }: Source): string {
  const parts = [PROGRAM_STAMP, path, role, text];
  return sha256(parts.join("\0")).slice(0, 32);
}

/**
 * The compiled files of some decks, on disk. The index is read when a file has changed or something of a card is wanted,
 * the texts of a file when one of its cards is drawn. Nobody needs it: it can be deleted at any time, and what can't be
 * read or written is passed over.
 */
export class DeckCache {
  /** The folder of everything that is kept about these decks. */
  readonly folder: string;
  readonly #database: LowSync<Index>;
  readonly #textsFolder: string;
  #files: ReadonlyMap<string, CachedFile> | null = null;
  #lookedAt = 0;

  /** Opens the cache below `folder` for decks that go by these names. */
  constructor(folder: string, decks: readonly string[]) {
    this.folder = cacheFolder(folder, decks);
    this.#textsFolder = join(this.folder, "texts");
    this.#database = new LowSync<Index>(checkedFile(join(this.folder, INDEX)), NOTHING);
  }

  /** What every file came to, by its path. */
  get files(): ReadonlyMap<string, CachedFile> {
    this.#files ??= this.#readFiles();
    return this.#files;
  }

  /** When the files of the index were looked at, in milliseconds since 1970. */
  get lookedAt(): number {
    return this.#lookedAt;
  }

  /** Returns what a file came to, if its stamp says that it hasn't changed. */
  findByStamp({ path, stamp }: NotesFile): CachedFile | null {
    const cached = this.files.get(path);
    return cached !== undefined && hasStayed(cached.source.stamp, stamp, this.lookedAt) ? cached : null;
  }

  /** Returns what a file came to, if it was compiled from the same. */
  findByHash(path: string, hash: string): CachedFile | null {
    const cached = this.files.get(path);
    return cached?.hash === hash ? cached : null;
  }

  /** Returns the texts of a file's notes, or `null` if they have to be compiled again. */
  textsOf(hash: string): readonly NoteText[] | null {
    return attempt((): readonly NoteText[] => JSON.parse(readFileSync(this.#textsFile(hash), "utf8")));
  }

  /** Keeps the texts of a file's notes. */
  keepTexts(hash: string, texts: readonly NoteText[]): void {
    if (texts.length === 0) return;
    attempt(() => {
      makeFolder(this.#textsFolder);
      writeFileSync(this.#textsFile(hash), JSON.stringify(texts));
    });
  }

  /** Keeps what the files came to that were looked at at `lookedAt` (milliseconds since 1970), and forgets all others. */
  keepFiles(files: readonly CachedFile[], lookedAt: number): void {
    const kept = new Set(files.map(({ hash }) => hash));
    attempt(() => {
      makeFolder(this.#textsFolder);
      this.#database.data = { version: PROGRAM_STAMP, lookedAt, files: files.map(storedFile) };
      this.#database.write();
      this.#database.data = NOTHING;
      this.#lookedAt = lookedAt;
      for (const hash of readdirSync(this.#textsFolder)) {
        if (!kept.has(hash)) rmSync(this.#textsFile(hash), { force: true });
      }
    });
  }

  #readFiles(): ReadonlyMap<string, CachedFile> {
    attempt(() => this.#database.read());
    const { version, files, lookedAt } = this.#database.data;
    // The rows have served: what they say is in the entries now.
    this.#database.data = NOTHING;
    this.#lookedAt = lookedAt;
    const usable = version === PROGRAM_STAMP ? files : [];
    return new Map(usable.map((stored) => [stored.source.path, fileStored(stored)]));
  }

  #textsFile(hash: string): string {
    return join(this.#textsFolder, hash);
  }
}

function storedFile({ source, hash, listed: { facts, notes, problems } }: CachedFile): StoredFile {
  return { source, hash, facts, notes: notes.map(storedNote), problems };
}

function fileStored({ source, hash, facts, notes, problems }: StoredFile): CachedFile {
  const { path } = source;
  return {
    source,
    hash,
    listed: { path, facts, notes: notes.map((row) => noteStored(row, path)), problems },
  };
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

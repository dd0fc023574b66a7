import { existsSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";

import { findNotes } from "./deck-files.ts";
import { isSameStamp, type FileStamp } from "./file-stamp.ts";

/** Notes that are looked after while somebody has them open. */
export interface NotesWatch {
  /** Tells whether any notes have come, gone or changed since they were last looked at. */
  readonly look: () => boolean;
  readonly stop: () => void;
}

/** How notes are watched. */
export interface WatchManner {
  /** How long nothing more must happen before the notes are looked at, in milliseconds: an editor writes in several steps. */
  readonly settle: number;
  /** How often they are looked at anyway, in milliseconds, where the system tells of every change, and where it doesn't. */
  readonly poll: number;
  readonly pollBlindly: number;
  /** Watches one folder, and tells the names of what happens in it; throws where the system can't. */
  readonly watchFolder: (folder: string, onEvent: (name: string | null) => void) => FolderWatcher;
}

type FolderWatcher = Pick<FSWatcher, "close" | "on">;

const MANNER: WatchManner = {
  settle: 200,
  // Nobody tells of what somebody else does on a network drive.
  poll: 10_000,
  pollBlindly: 2000,
  watchFolder: (folder, onEvent) => watch(folder, { persistent: false }, (_, name) => onEvent(name)),
};

/**
 * Calls `onChange` when notes of some decks have changed on disk, once for what happens at one go. It keeps no process
 * alive, and never throws: a folder that can't be watched is looked at now and then.
 */
export function watchNotes(
  decks: readonly string[],
  onChange: () => void,
  manner: Partial<WatchManner> = {},
): NotesWatch {
  return new Watch(decks, onChange, { ...MANNER, ...manner });
}

class Watch implements NotesWatch {
  readonly #decks: readonly string[];
  readonly #onChange: () => void;
  readonly #manner: WatchManner;
  readonly #folders = new Map<string, FolderWatcher | "unwatched">();
  #files: ReadonlyMap<string, FileStamp> = new Map();
  #settling: NodeJS.Timeout | undefined;
  #polling: NodeJS.Timeout | undefined;
  #state: "running" | "stopped" = "running";

  constructor(decks: readonly string[], onChange: () => void, manner: WatchManner) {
    this.#decks = decks;
    this.#onChange = onChange;
    this.#manner = manner;
    this.look();
    this.#poll();
  }

  readonly look = (): boolean => {
    const before = this.#files;
    const { files } = findNotes(this.#decks);
    this.#files = new Map(files.map(({ path, stamp }) => [path, stamp]));
    const roots = this.#decks.map((deck) => resolve(deck));
    const around = foldersAround(roots, [...this.#files.keys()]);
    // Whoever has emptied a folder may fill it again.
    const emptied = [...this.#folders.keys()].filter(
      (folder) => isBelow(roots, folder) && existsSync(folder),
    );
    this.#follow(new Set([...around, ...emptied]));
    return hasChanged(before, this.#files);
  };

  readonly stop = (): void => {
    this.#state = "stopped";
    clearTimeout(this.#settling);
    clearTimeout(this.#polling);
    this.#follow(new Set());
  };

  /** Watches these folders, and no others any more. */
  #follow(folders: ReadonlySet<string>): void {
    const before = new Set(this.#folders.values());
    for (const [folder, watcher] of this.#folders) {
      if (folders.has(folder) && watcher !== "unwatched") continue;
      if (watcher !== "unwatched") watcher.close();
      this.#folders.delete(folder);
    }
    for (const folder of folders) {
      if (!this.#folders.has(folder)) this.#folders.set(folder, this.#watched(folder));
    }
    // What happened in a folder just before it was watched, nobody has told.
    const isNew = [...this.#folders.values()].some((watcher) => !before.has(watcher));
    if (isNew) this.#settle();
  }

  #watched(folder: string): FolderWatcher | "unwatched" {
    try {
      const watcher = this.#manner.watchFolder(folder, (name) => {
        // A folder that goes away takes its watcher with it, and one that comes in its place has none.
        if (name === null || name === basename(folder)) this.#lose(folder, watcher);
        this.#settle();
      });
      watcher.on("error", () => this.#lose(folder, watcher));
      return watcher;
    } catch {
      return "unwatched";
    }
  }

  /** Leaves a folder to the next look, which watches it anew if it is still there. */
  #lose(folder: string, watcher: FolderWatcher): void {
    watcher.close();
    if (this.#folders.get(folder) === watcher) this.#folders.set(folder, "unwatched");
  }

  #settle(): void {
    if (this.#state === "stopped") return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#tell(), this.#manner.settle).unref();
  }

  #poll(): void {
    const isBlind = [...this.#folders.values()].includes("unwatched");
    const pause = isBlind ? this.#manner.pollBlindly : this.#manner.poll;
    this.#polling = setTimeout(() => {
      this.#tell();
      if (this.#state === "running") this.#poll();
    }, pause).unref();
  }

  #tell(): void {
    if (this.look()) this.#onChange();
  }
}

/**
 * Returns the folders in which something can happen to the notes of some decks: each that holds notes, those between it
 * and its deck, and where a deck isn't there any more the nearest folder in which it can be made anew.
 */
function foldersAround(roots: readonly string[], notes: readonly string[]): ReadonlySet<string> {
  const files = new Set(notes.map((path) => resolve(path)));
  const folders = new Set(roots.map((root) => nearestFolder(files.has(root) ? dirname(root) : root)));
  for (const file of files) {
    let folder = dirname(file);
    while (!folders.has(folder)) {
      folders.add(folder);
      if (isBelow(roots, folder)) folder = dirname(folder);
    }
  }
  return folders;
}

function isBelow(roots: readonly string[], folder: string): boolean {
  return roots.some((root) => folder.startsWith(root + sep));
}

function nearestFolder(path: string): string {
  let folder = path;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

function hasChanged(before: ReadonlyMap<string, FileStamp>, after: ReadonlyMap<string, FileStamp>): boolean {
  if (before.size !== after.size) return true;
  return [...after].some(([path, stamp]) => {
    const known = before.get(path);
    return known === undefined || !isSameStamp(known, stamp);
  });
}

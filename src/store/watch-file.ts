import { readFileSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname } from "node:path";

/** How a file is watched; all times in milliseconds. */
export interface FileWatchManner {
  /** How long nothing more must happen before the file is looked at: an editor writes in several steps. */
  readonly settle: number;
  /** How often it is looked at anyway. */
  readonly poll: number;
  /** Watches a folder; throws where the system can't. */
  readonly watchFolder: (
    folder: string,
    onEvent: (name: string | null) => void,
  ) => Pick<FSWatcher, "close" | "on">;
}

const MANNER: FileWatchManner = {
  settle: 40,
  // A network drive tells nobody of what happens there, and a small file is read in microseconds.
  poll: 500,
  watchFolder: (folder, onEvent) => watch(folder, { persistent: false }, (_, name) => onEvent(name)),
};

/**
 * Calls `onChange` when the text of a small file has changed, once for what happens at one go; returns how to stop that.
 * The folder is watched, not the file: editors put a new file in its place. The text is compared, for within a tick of
 * the system's clock two files can have the same stamp. It keeps no process alive and never throws.
 */
export function watchFile(path: string, onChange: () => void, manner: FileWatchManner = MANNER): () => void {
  let text = textAt(path);
  let settling: NodeJS.Timeout | undefined;
  const look = (): void => {
    settling = undefined;
    const now = textAt(path);
    if (now === text) return;
    text = now;
    onChange();
  };
  const settle = (): void => {
    clearTimeout(settling);
    settling = setTimeout(look, manner.settle).unref();
  };
  const watcher = watcherOf(dirname(path), manner, (name) => {
    if (name === null || name === basename(path)) settle();
  });
  // What is only half written is not taken by a look either.
  const poll = (): void => {
    if (settling === undefined && textAt(path) !== text) settle();
  };
  const polling = setInterval(poll, manner.poll).unref();
  return () => {
    clearTimeout(settling);
    clearInterval(polling);
    watcher?.close();
  };
}

/** Watches as long as the system can; the folder may go away, and then only looking is left. */
function watcherOf(
  folder: string,
  { watchFolder }: FileWatchManner,
  onEvent: (name: string | null) => void,
): Pick<FSWatcher, "close"> | null {
  try {
    const watcher = watchFolder(folder, onEvent);
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}

/** A file that can't be read is none. */
function textAt(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

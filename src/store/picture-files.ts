import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** Larger pictures stay at home, in bytes. */
const LARGEST = 16 * 1024 * 1024;

/**
 * Returns what reads the pictures that notes refer to. Only what lies in the folders of the decks is read: notes that
 * somebody else wrote must not take other files of the learner's along.
 */
export function pictureFiles(decks: readonly string[]): (file: string, url: string) => Uint8Array | null {
  const roots = decks.flatMap((deck) => folderOf(deck) ?? []);
  return (file, url) =>
    attempt(() => readPicture(join(dirname(file), decodeURI(url.split(/[?#]/u)[0] ?? "")), roots));
}

function readPicture(path: string, roots: readonly string[]): Uint8Array | null {
  const real = realpathSync(path);
  const isInside = roots.some((root) => real.startsWith(root.endsWith(sep) ? root : root + sep));
  const { size } = statSync(real);
  return isInside && size > 0 && size <= LARGEST ? readFileSync(real) : null;
}

/** A deck is a folder, or a file in one. */
function folderOf(deck: string): string | null {
  return attempt(() => {
    const real = realpathSync(deck);
    return statSync(real).isDirectory() ? real : dirname(real);
  });
}

/** A picture that isn't there, or an address that is none, is no picture. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

import type { ListedFile, NoteEntry } from "../compile/compiled-file.ts";
import type { DeckCache } from "./deck-cache.ts";
import { placeOfFile } from "./deck-files.ts";
import type { OutlinedFile } from "./deck-outline.ts";
import type { EntryLookup } from "./listed-face.ts";

/** What the index says of the files of a deck; it is read when something is first looked up. */
export interface Listing {
  readonly entryOf: EntryLookup;
  readonly files: () => readonly ListedFile[];
}

/** Returns what the index of `cache` says of some files. */
export function listingOf(files: readonly OutlinedFile[], cache: DeckCache): Listing {
  let byPath: ReadonlyMap<string, ListedFile> | null = null;
  const listed = (): ReadonlyMap<string, ListedFile> => {
    byPath ??= new Map(
      files.map(({ source: { path }, hash }) => [path, cache.findByHash(path, hash)?.listed ?? lost(path)]),
    );
    return byPath;
  };
  return {
    entryOf: ({ file, index }) => listed().get(file)?.notes[index] ?? forgotten(file),
    files: () => [...listed().values()],
  };
}

/** A file of which the index knows nothing any more: somebody else has found it changed since the outline was read. */
function lost(path: string): ListedFile {
  return { path, facts: null, notes: [], problems: [] };
}

function forgotten(file: string): NoteEntry {
  return {
    id: null,
    fingerprint: "",
    kind: "basic",
    lang: "en",
    chapter: "",
    level: null,
    tags: [],
    since: null,
    until: null,
    place: placeOfFile(file),
    prompt: "",
    trail: [],
    siblings: [],
    options: 0,
  };
}

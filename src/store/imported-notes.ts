import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

import { Failure } from "../base/failure.ts";
import { makeFolder } from "./make-folder.ts";
import type { Places } from "./places.ts";
import { replaceFile } from "./replace-file.ts";
import { reasonOf, unlessMissing } from "./system-error.ts";

/** A note of somebody else's, as Markdown. */
export interface ImportedNote {
  /** Its uid, which its mark gives too. */
  readonly key: string;
  readonly markdown: string;
}

/** Returns the folder of the decks that came from elsewhere: one folder a deck. */
export function notesFolder({ data }: Places): string {
  return join(data, "notes");
}

/** Returns the decks that came from elsewhere, in the order of their names; none where their folder can't be read. */
export function importedDecks(places: Places): readonly string[] {
  const folder = notesFolder(places);
  return namesIn(folder)
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}

/** Whether the data can be used at all is told by whoever opens it. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Where a note was written. */
export interface NotePlace {
  readonly file: string;
  /** The line of its prompt. */
  readonly line: number;
}

/**
 * Adds notes to the decks that came from elsewhere, by the names of the decks (`Parent::Child`). A note that is there
 * already stays as it is, for it is the learner's own by now. Returns where the others are, by their uids. Throws the
 * Failures `file-read` and `file-write`.
 */
export function addImportedNotes(
  places: Places,
  decks: ReadonlyMap<string, readonly ImportedNote[]>,
): ReadonlyMap<string, NotePlace> {
  const known = knownKeys(importedDecks(places));
  const added = new Map<string, NotePlace>();
  for (const [name, notes] of decks) {
    const fresh = notes.filter(({ key }) => !known.has(key));
    if (fresh.length > 0) appendNotes(notesFolder(places), name, fresh, added);
  }
  return added;
}

const MARK = /<!--\s*card:\s*([a-z0-9][a-z0-9-]*)/gu;

function knownKeys(folders: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".md"))) {
      for (const [, key = ""] of textOf(join(folder, name)).matchAll(MARK)) keys.add(key);
    }
  }
  return keys;
}

/** A folder that is called like notes holds none, and a link to nowhere neither. */
function textOf(file: string): string {
  try {
    return unlessMissing(() => readFileSync(file, "utf8"), ["ENOENT", "EISDIR", "ELOOP"]) ?? "";
  } catch (error) {
    throw new Failure({ code: "file-read", data: { file, reason: reasonOf(error) } }, error);
  }
}

/** Longer files are slow to compile, and nobody likes to edit them: so many notes go into one. */
const NOTES_IN_A_FILE = 200;

/** Fills the files of a deck up, one after the other, and notes down where each note is. */
function appendNotes(
  folder: string,
  deck: string,
  notes: readonly ImportedNote[],
  added: Map<string, NotePlace>,
): void {
  const [root = "", ...children] = deck.split("::").map(fileName);
  const name = join(folder, root, children.length === 0 ? root : children.join(" - "));
  writeFile(join(folder, root, "README.md"), (before) => before ?? readmeText(deck.split("::")[0] ?? ""));
  let rest = notes;
  for (let number = 1; rest.length > 0; number += 1) {
    const file = number === 1 ? `${name}.md` : `${name} ${number}.md`;
    writeFile(file, (before) => {
      const text = before ?? frontMatter(deck);
      const room = Math.max(0, NOTES_IN_A_FILE - [...text.matchAll(MARK)].length);
      const fitting = rest.slice(0, room);
      rest = rest.slice(room);
      return withNotes(text, fitting, (key, line) => added.set(key, { file, line }));
    });
  }
}

/** Returns a file's text with notes at its end, a blank line before each; `place` is told in which line each one asks. */
function withNotes(
  text: string,
  notes: readonly ImportedNote[],
  place: (key: string, line: number) => unknown,
): string {
  if (notes.length === 0) return text;
  const pieces = text.trim() === "" ? [] : [text.trimEnd()];
  let line = pieces.reduce((sum, piece) => sum + linesIn(piece) + 1, 1);
  for (const { key, markdown } of notes) {
    // The first line of a note is its mark.
    place(key, line + 1);
    const piece = markdown.trimEnd();
    pieces.push(piece);
    line += linesIn(piece) + 1;
  }
  return `${pieces.join("\n\n")}\n`;
}

function linesIn(text: string): number {
  return text.split("\n").length;
}

/** Writes what `change` makes of a file; it is given `null` if the file isn't there yet. */
function writeFile(file: string, change: (before: string | null) => string): void {
  try {
    makeFolder(dirname(file));
    const before = unlessMissing(() => readFileSync(file, "utf8"));
    const after = change(before);
    if (after !== before) replaceFile(file, after);
  } catch (error) {
    throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
  }
}

function readmeText(deck: string): string {
  const name = JSON.stringify(deck);
  return `---\ndeck: { zh: ${name}, en: ${name} }\n---\n`;
}

function frontMatter(deck: string): string {
  const chapter = deck.split("::").slice(1).join(" › ");
  return chapter === "" ? "" : `---\nchapter: ${JSON.stringify(chapter)}\n---`;
}

/** Names that some system, or our own decks, keep for something else. */
const TAKEN = /^(?:readme(?:\..*)?|exercises|node_modules|con|prn|aux|nul|com\d|lpt\d)$/iu;
/** Longer names don't fit into every file system, in characters of three bytes. */
const LONGEST = 60;

/** Returns the name of a deck as one that every system can have, and that leads nowhere else. */
function fileName(deck: string): string {
  const cleaned = deck
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]|\.{2,}/gu, "-")
    .replaceAll(/\s+/gu, " ")
    .slice(0, LONGEST)
    .replaceAll(/^[.\s]+|[.\s]+$/gu, "");
  return cleaned === "" || TAKEN.test(cleaned) ? `deck ${cleaned}`.trim() : cleaned;
}

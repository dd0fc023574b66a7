import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
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

/** Returns the decks that came from elsewhere, in the order of their names. */
export function importedDecks(places: Places): readonly string[] {
  const folder = notesFolder(places);
  const names = unlessMissing(() => readdirSync(folder)) ?? [];
  return names
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
}

/**
 * Adds notes to the decks that came from elsewhere, by the names of the decks (`Parent::Child`). A note that is there
 * already stays as it is, for it is the learner's own by now. Returns how many were added. Throws the Failure
 * `file-write`.
 */
export function addImportedNotes(places: Places, decks: ReadonlyMap<string, readonly ImportedNote[]>): number {
  const known = knownKeys(importedDecks(places));
  let added = 0;
  for (const [name, notes] of decks) {
    const fresh = notes.filter(({ key }) => !known.has(key));
    if (fresh.length > 0) appendNotes(notesFolder(places), name, fresh);
    added += fresh.length;
  }
  return added;
}

const MARK = /<!--\s*card:\s*([a-z0-9][a-z0-9-]*)/gu;

function knownKeys(folders: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".md"))) {
      for (const [, key = ""] of readFileSync(join(folder, name), "utf8").matchAll(MARK)) keys.add(key);
    }
  }
  return keys;
}

function appendNotes(folder: string, deck: string, notes: readonly ImportedNote[]): void {
  const [root = "", ...children] = deck.split("::").map(fileName);
  const file = join(folder, root, `${children.length === 0 ? root : children.join(" - ")}.md`);
  try {
    makeFolder(dirname(file));
    const readme = join(folder, root, "README.md");
    if (!existsSync(readme)) replaceFile(readme, readmeText(deck.split("::")[0] ?? ""));
    const before = unlessMissing(() => readFileSync(file, "utf8")) ?? frontMatter(deck);
    replaceFile(file, [before.trimEnd(), ...notes.map(({ markdown }) => markdown), ""].join("\n\n"));
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
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, "-")
    .replaceAll(/\s+/gu, " ")
    .slice(0, LONGEST)
    .replaceAll(/^[.\s]+|[.\s]+$/gu, "");
  return cleaned === "" || TAKEN.test(cleaned) ? `deck ${cleaned}`.trim() : cleaned;
}

import type { TextRef } from "../card/card.ts";
import type { NoteText } from "../card/note-text.ts";
import type { CachedFile, DeckCache } from "./deck-cache.ts";
import { hashOfSource } from "./deck-cache.ts";
import type { NotesFile } from "./deck-files.ts";
import { readNotes } from "./read-notes.ts";

/** Finds the text that a face of the deck refers to; `null` if its file has changed since the deck was loaded. */
export type TextLookup = (ref: TextRef) => NoteText | null;

/** Opens the texts of compiled files; `files` and `compiled` are the same files in the same order. */
export async function openTexts(
  files: readonly NotesFile[],
  compiled: readonly CachedFile[],
  cache: DeckCache,
): Promise<TextLookup> {
  const compile = await textCompiler();
  const read = (file: NotesFile, { hash }: CachedFile): readonly NoteText[] =>
    cache.textsOf(hash) ?? compile(file, hash);
  const readers = new Map(
    files.flatMap((file, index) => {
      const cached = compiled[index];
      return cached === undefined ? [] : [[file.path, () => read(file, cached)] as const];
    }),
  );
  // Cards that follow each other often stand in one file.
  let last: { readonly path: string; readonly texts: readonly NoteText[] } = { path: "", texts: [] };
  return ({ file: path, index }) => {
    if (path !== last.path) last = { path, texts: readers.get(path)?.() ?? [] };
    return last.texts[index] ?? null;
  };
}

/** Returns what compiles a file's texts again, none if the file has changed: they would belong to other notes. */
async function textCompiler(): Promise<(file: NotesFile, hash: string) => readonly NoteText[]> {
  const { compileFile } = await import("../compile/compile-file.ts");
  return (file, hash) => {
    const { path, role } = file;
    const { text } = readNotes(file);
    if (text === null || hashOfSource({ path, role, text }) !== hash) return [];
    return compileFile({ path, role, text }).texts;
  };
}

import type { TextRef } from "../card/card.ts";
import type { NoteText } from "../card/note-text.ts";
import type { DeckCache } from "./deck-cache.ts";
import { hashOfSource } from "./deck-cache.ts";
import type { OutlinedFile } from "./deck-outline.ts";
import { readNotes } from "./read-notes.ts";

/** Finds the text that a face of the deck refers to; `null` if its file has changed since the deck was loaded. */
export type TextLookup = (ref: TextRef) => NoteText | null;

/** Opens the texts of compiled files. Each comes from the cache, or is compiled again if it isn't there any more. */
export async function openTexts(files: readonly OutlinedFile[], cache: DeckCache): Promise<TextLookup> {
  const compile = await textCompiler(cache);
  const byPath = new Map(files.map((cached) => [cached.source.path, cached]));
  const textsIn = (cached: OutlinedFile): readonly NoteText[] =>
    cache.textsOf(cached.hash) ?? compile(cached);
  // Cards that follow each other often stand in one file.
  let last: { readonly path: string; readonly texts: readonly NoteText[] } = { path: "", texts: [] };
  return ({ file: path, index }) => {
    const cached = byPath.get(path);
    if (cached === undefined) return null;
    if (path !== last.path) last = { path, texts: textsIn(cached) };
    return last.texts[index] ?? null;
  };
}

/** Returns what compiles a file's texts again; there are none if it has changed, for they would belong to other notes. */
async function textCompiler(cache: DeckCache): Promise<(cached: OutlinedFile) => readonly NoteText[]> {
  const { compileFile } = await import("../compile/compile-file.ts");
  return ({ source, hash }) => {
    const { path, role } = source;
    const { text } = readNotes(source);
    if (text === null || hashOfSource({ path, role, text }) !== hash) return [];
    const { texts } = compileFile({ path, role, text });
    cache.keepTexts(hash, texts);
    return texts;
  };
}

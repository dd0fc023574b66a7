import type { Problem } from "../base/problem.ts";
import type { Deck } from "../card/deck.ts";
import { assembleDeck } from "../compile/assemble-deck.ts";
import type { Watcher } from "./compile-notes.ts";
import { compileNotes } from "./compile-notes.ts";
import { DeckCache } from "./deck-cache.ts";
import { findNotes } from "./deck-files.ts";
import type { TextLookup } from "./deck-texts.ts";
import { openTexts } from "./deck-texts.ts";

/** A deck read from disk. */
export interface LoadedDeck {
  readonly deck: Deck;
  /** What is wrong with the notes and with the files that hold them. */
  readonly problems: readonly Problem[];
  /** How many files of notes were found. */
  readonly files: number;
  /** Gets ready for drawing cards: what listing them doesn't need, the compiler above all, is loaded only now. */
  readonly openTexts: () => Promise<TextLookup>;
  /** The folder of what is worked out about these decks. */
  readonly cache: string;
}

/** What a deck is loaded from, and who is told meanwhile. */
export interface LoadRequest extends Watcher {
  /** Folders and files of notes, as the person named them. */
  readonly decks: readonly string[];
  /** The folder of compiled decks. It is made if it isn't there. */
  readonly cache: string;
}

/**
 * Reads decks from disk; what hasn't changed since the last time comes from the cache. Notes are only ever read.
 * Nothing that is wrong with them is thrown, not even a deck that isn't there: it is a problem. Throws the signal's
 * reason when it is stopped.
 */
export async function loadDeck(request: LoadRequest): Promise<LoadedDeck> {
  const found = findNotes(request.decks);
  const cache = new DeckCache(request.cache, request.decks);
  const files = await compileNotes(found.files, cache, request);
  const { deck, problems } = assembleDeck(files.map(({ listed }) => listed));
  return {
    deck,
    problems: [...found.problems, ...problems],
    files: files.length,
    openTexts: () => openTexts(files, cache),
    cache: cache.folder,
  };
}

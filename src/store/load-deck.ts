import type { Problem } from "../base/problem.ts";
import type { Deck } from "../card/deck.ts";
import { assembleDeck } from "../compile/assemble-deck.ts";
import type { ListedFile } from "../compile/compiled-file.ts";
import type { Watcher } from "./compile-notes.ts";
import { compileNotes } from "./compile-notes.ts";
import { DeckCache } from "./deck-cache.ts";
import type { FoundNotes } from "./deck-files.ts";
import { findNotes } from "./deck-files.ts";
import type { DeckOutline, OutlinedFile } from "./deck-outline.ts";
import { deckIn, outlineOf } from "./deck-outline.ts";
import type { TextLookup } from "./deck-texts.ts";
import { openTexts } from "./deck-texts.ts";
import { listingOf } from "./listing.ts";
import { keepOutline, readOutline } from "./outline-file.ts";
import { severitiesOf, sumOfSeverities, type Severities } from "./severities.ts";

/** A deck read from disk. */
export interface LoadedDeck {
  readonly deck: Deck;
  /** Returns what is wrong with the notes and with the files that hold them. */
  readonly problems: () => readonly Problem[];
  /** How many of them there are. */
  readonly severities: Severities;
  /** The deck that isn't there; `null` = all of them are. */
  readonly missing: string | null;
  /** How many files of notes were found. */
  readonly files: number;
  /** Gets ready for drawing cards: what listing them doesn't need, the compiler above all, is loaded only now. */
  readonly openTexts: () => Promise<TextLookup>;
  /** The folder of what is worked out about these decks. */
  readonly cache: string;
  /** Another one whenever a file has changed. */
  readonly state: string;
}

/** What a deck is loaded from, and who is told meanwhile. */
export interface LoadRequest extends Watcher {
  /** Folders and files of notes, as the person named them. */
  readonly decks: readonly string[];
  /** The folder of compiled decks. It is made if it isn't there. */
  readonly cache: string;
}

/** What some files come to. */
interface Contents extends Pick<LoadedDeck, "deck" | "severities" | "problems" | "state"> {
  readonly files: readonly OutlinedFile[];
}

/**
 * Reads decks from disk; what hasn't changed since the last time comes from the cache, and where nothing has, only the
 * outline is read. Notes are only ever read. Nothing that is wrong with them is thrown, not even a deck that isn't
 * there: it is a problem. Throws the signal's reason when it is stopped.
 */
export async function loadDeck(request: LoadRequest): Promise<LoadedDeck> {
  const found = findNotes(request.decks);
  const cache = new DeckCache(request.cache, request.decks);
  const outline = readOutline(cache.folder, found.files);
  const contents = outline === null ? await contentsAnew(found, cache, request) : contentsIn(outline, cache);
  return {
    deck: contents.deck,
    problems: () => [...found.problems, ...contents.problems()],
    severities: sumOfSeverities(severitiesOf(found.problems), contents.severities),
    missing: found.problems.find(({ code }) => code === "deck-missing")?.place.file ?? null,
    files: found.files.length,
    openTexts: () => openTexts(contents.files, cache),
    cache: cache.folder,
    state: contents.state,
  };
}

function contentsIn(outline: DeckOutline, cache: DeckCache): Contents {
  const { files, severities, name } = outline;
  const listing = listingOf(files, cache);
  return {
    deck: deckIn(outline, listing.entryOf),
    severities,
    problems: () => assembleDeck(listing.files()).problems,
    files,
    state: name,
  };
}

async function contentsAnew(found: FoundNotes, cache: DeckCache, watcher: Watcher): Promise<Contents> {
  const files = await compileNotes(found.files, cache, watcher);
  const { deck, problems } = assembleDeck(files.map(({ listed }): ListedFile => listed));
  const severities = severitiesOf(problems);
  const outline = outlineOf(deck, files, severities);
  keepOutline(cache.folder, outline, cache.lookedAt);
  return { deck, severities, problems: () => problems, files, state: outline.name };
}

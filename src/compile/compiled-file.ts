import type { Bilingual, Lang } from "../base/lang.ts";
import type { Place, Problem } from "../base/problem.ts";
import type { CardKind, Level } from "../card/card.ts";
import type { Chapter } from "../card/deck.ts";
import type { NoteText } from "../card/note-text.ts";

/** One note of a file: all that is needed to list, pair and queue its cards. Plain JSON, for the cache. */
export interface NoteEntry {
  /** The id given by a card mark; `null` if there is none. */
  readonly id: string | null;
  /** The uid of a note without an id: a hash of its wording, 12 characters of lower-case base32. */
  readonly fingerprint: string;
  readonly kind: CardKind;
  readonly lang: Lang;
  /** The chapter's number or name, as the front matter gives it; else `""`. */
  readonly chapter: string;
  readonly level: Level | null;
  readonly tags: readonly string[];
  /** First and last Flink version for which it holds; `null` = no bound. */
  readonly since: string | null;
  readonly until: string | null;
  /** Where the prompt's first word stands. */
  readonly place: Place;
  /** The question in one line of plain text. */
  readonly prompt: string;
  /** The headings above it, outermost first, as plain text. */
  readonly trail: readonly string[];
  /** One for each of its cards: `[""]` for a single one, `["c1", "c2"]` for a cloze, `["", "r"]` for both ways. */
  readonly siblings: readonly string[];
  /** How many options a choice offers; 0 for every other kind. */
  readonly options: number;
}

/** What the README of a deck's folder says in its front matter about the deck. */
export interface DeckFacts {
  /** What the deck is called; `null` if the README doesn't say. */
  readonly title: Bilingual | null;
  /** The chapters that it names, in its order. */
  readonly chapters: readonly Chapter[];
}

/** What one file of notes comes to, its texts left out: all that is needed to list its cards. */
export interface ListedFile {
  readonly path: string;
  /** Only the README of a deck has facts to tell about it; `null` for every other file. */
  readonly facts: DeckFacts | null;
  readonly notes: readonly NoteEntry[];
  readonly problems: readonly Problem[];
}

/** What one file of notes comes to. It is plain JSON and depends on nothing but its `Source`, so that a cache can hold it. */
export interface CompiledFile extends ListedFile {
  /** `texts[i]` is the text of `notes[i]`. */
  readonly texts: readonly NoteText[];
}

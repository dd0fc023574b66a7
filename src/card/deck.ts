import type { Bilingual, Lang } from "../base/lang.ts";
import type { Card, CardId } from "./card.ts";

/** A file of notes: its path (as the person named the deck, with `/`), and its whole text. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /**
   * `readme` = the README at the root of a deck's folder: it tells about the deck and yields no cards. `exercise` = the
   * text of an exercise, in one language: it yields the card of the exercise.
   */
  readonly role: "notes" | "readme" | "exercise";
}

/** A chapter of a deck: what cards call it, and what it is called in each language. */
export interface Chapter {
  readonly key: string;
  readonly title: Bilingual;
}

/** All cards of one or several folders of notes, in the order in which the notes have them. */
export interface Deck {
  readonly title: Bilingual;
  readonly chapters: readonly Chapter[];
  readonly cards: readonly Card[];
}

/** Returns the card called `id`, or `null` if the deck has none. */
export function findCard(deck: Deck, id: CardId): Card | null {
  return deck.cards.find((card) => card.id === id) ?? null;
}

/** Returns a chapter's name in `lang`; its key where the deck gives it no name. */
export function chapterTitle(deck: Deck, key: string, lang: Lang): string {
  return deck.chapters.find((chapter) => chapter.key === key)?.title[lang] ?? key;
}

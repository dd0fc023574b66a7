import type { Lang } from "../base/lang.ts";
import type { Place } from "../base/problem.ts";

declare const cardId: unique symbol;

/**
 * What a card is called for ever: its note's uid, and for one of several cards of a note a sibling
 * (`uid.c1` for a cloze, `uid.r` for the way back). Both languages of a card share it.
 */
export type CardId = string & { readonly [cardId]: true };

/** How experienced a candidate has to be for a question to be asked. */
export type Level = "junior" | "middle" | "senior" | "staff";
export const LEVELS: readonly Level[] = ["junior", "middle", "senior", "staff"];

/** How a card asks. */
export type CardKind =
  | "basic"
  | "outline"
  | "cloze"
  | "choice"
  | "order"
  | "typed"
  | "number"
  | "error"
  | "exercise";

/** Says where the text of a note is to be found: the file, and which of its notes. */
export interface TextRef {
  readonly file: string;
  readonly index: number;
}

/** One language of a card: where it stands and what is needed to list it; its text is read when it is drawn. */
export interface Face {
  readonly place: Place;
  /** The question in one line of plain text. */
  readonly prompt: string;
  /** The headings above it, outermost first, as plain text. */
  readonly trail: readonly string[];
  /** A hash of its wording: 12 characters of lower-case base32. */
  readonly fingerprint: string;
  readonly text: TextRef;
}

/** A card: something to be remembered, in one or both languages. */
export interface Card {
  readonly id: CardId;
  /** The uid of its note: what siblings share. */
  readonly note: string;
  /** Which of its note's cards it is: `""` for the only one, `c1`, `c2`..., `r`. */
  readonly sibling: string;
  readonly kind: CardKind;
  /** The chapter's number or name, as the notes give it; `""` if they don't. */
  readonly chapter: string;
  readonly level: Level | null;
  readonly tags: readonly string[];
  /** First and last Flink version for which it holds; `null` = no bound. */
  readonly since: string | null;
  readonly until: string | null;
  readonly faces: Readonly<Partial<Record<Lang, Face>>>;
}

/** Returns `id` as a card's id. */
export function cardIdOf(note: string, sibling: string): CardId {
  return (sibling === "" ? note : `${note}.${sibling}`) as CardId;
}

/** Returns the uid of the note that a card belongs to. */
export function noteOf(id: CardId): string {
  const dot = id.indexOf(".");
  return dot === -1 ? id : id.slice(0, dot);
}

/** Returns a card as the card of another note. */
export function cardUnder(note: string, card: Card): Card {
  // Field by field: a card that comes from a cache looks most of them up.
  const { sibling, kind, chapter, level, tags, since, until, faces } = card;
  const id = cardIdOf(note, sibling);
  return { id, note, sibling, kind, chapter, level, tags, since, until, faces };
}

/** Returns the face in the language asked for, or in the only one there is. */
export function faceIn(card: Card, lang: Lang): { readonly lang: Lang; readonly face: Face } | null {
  const other: Lang = lang === "zh" ? "en" : "zh";
  for (const candidate of [lang, other]) {
    const face = card.faces[candidate];
    if (face !== undefined) return { lang: candidate, face };
  }
  return null;
}

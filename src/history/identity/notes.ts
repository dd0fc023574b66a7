import type { Day } from "../../base/day.ts";
import { LANGS } from "../../base/lang.ts";
import type { Card, CardId, Face } from "../../card/card.ts";
import { noteOf } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import type { EventId } from "../event-id.ts";
import { deviceOf, numberOf } from "../event-id.ts";
import type { Progress, Sighting } from "../progress.ts";
import { cardProgress, sightingOf } from "../progress.ts";
import { compareTexts } from "./compare-texts.ts";

/** A note with a past. */
export interface PastNote {
  readonly uid: string;
  /** Its cards that have a past. */
  readonly cards: readonly CardId[];
  /** The ledger's rows of its cards. */
  readonly rows: readonly Sighting[];
  /** The logical day of the first answer to any of its cards; `null` if there was none. */
  readonly introduced: Day | null;
}

/** A note of the deck. */
export interface PresentNote {
  /** Its explicit id, else the fingerprint of its wording. */
  readonly uid: string;
  readonly named: "by-id" | "by-wording";
  /** One a language; first the one by whose wording the ledger knows it. */
  readonly faces: readonly Face[];
}

/** Returns the notes with a past, by their uids. */
export function pastNotes(progress: Progress): ReadonlyMap<string, PastNote> {
  const ids = new Set([...keysOf(progress.seen), ...keysOf(progress.cards)]);
  const notes = Map.groupBy(ids, noteOf);
  return new Map([...notes].map(([uid, cards]) => [uid, pastNote(progress, uid, cards)]));
}

function pastNote(progress: Progress, uid: string, cards: readonly CardId[]): PastNote {
  const days = cards.flatMap((card) => cardProgress(progress, card).introduced ?? []);
  return {
    uid,
    cards,
    rows: cards.flatMap((card) => sightingOf(progress, card) ?? []),
    introduced: days.toSorted()[0] ?? null,
  };
}

/**
 * Compares two notes by when they were last seen with a text or in a file that was new; where different devices saw them,
 * the names of these decide. Negative: `one` was seen earlier.
 */
export function compareSightings(one: PastNote, other: PastNote): number {
  const [a, b] = [lastEvent(one), lastEvent(other)];
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareTexts(deviceOf(a), deviceOf(b)) || numberOf(a) - numberOf(b);
}

function lastEvent({ rows }: PastNote): EventId | null {
  return rows.map(({ event }) => event).toSorted((a, b) => numberOf(b) - numberOf(a))[0] ?? null;
}

/** Returns the uids of all notes with a past. */
export function pastUids(progress: Progress): ReadonlySet<string> {
  return new Set([...keysOf(progress.seen), ...keysOf(progress.cards)].map(noteOf));
}

/** Tells whether a deck has a note for every uid with a past. */
export function hasEveryNote({ cards }: Deck, progress: Progress): boolean {
  const uids = new Set(cards.map(({ note }) => note));
  return [...pastUids(progress)].every((uid) => uids.has(uid));
}

/** Returns the notes of a deck in their order. */
export function presentNotes({ cards }: Deck): readonly PresentNote[] {
  const notes = new Map(cards.map((card) => [card.note, card]));
  return [...notes.values()].map(presentNote);
}

function presentNote(card: Card): PresentNote {
  const faces = facesOf(card);
  const named = faces.some(({ fingerprint }) => fingerprint === card.note) ? "by-wording" : "by-id";
  return { uid: card.note, named, faces };
}

/** Returns the faces of a card; first the one by whose wording the ledger knows it. */
export function facesOf({ faces }: Card): readonly Face[] {
  return LANGS.flatMap((lang) => faces[lang] ?? []);
}

function keysOf<Value>(record: Readonly<Record<CardId, Value>>): readonly CardId[] {
  return Object.keys(record) as CardId[];
}

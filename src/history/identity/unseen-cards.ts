import type { CardId, Face } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import type { Progress, Sighting } from "../progress.ts";
import { sightingOf } from "../progress.ts";
import { facesOf } from "./notes.ts";

/**
 * Returns the cards with a past that the ledger doesn't know as they are now: with another text, or in a file of another
 * name. One that only its folder has moved is found again by the name of its file; so nothing is written where somebody
 * calls the same folder otherwise today.
 */
export function unseenCards({ cards }: Deck, progress: Progress): readonly CardId[] {
  return cards.flatMap((card) => {
    const row = sightingOf(progress, card.id);
    if (row === null && !Object.hasOwn(progress.cards, card.id)) return [];
    const [face] = facesOf(card);
    return face === undefined || isSeen(row, face) ? [] : [card.id];
  });
}

function isSeen(row: Sighting | null, { fingerprint, place }: Face): boolean {
  return row !== null && row.texts.at(-1) === fingerprint && nameOf(row.file) === nameOf(place.file);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

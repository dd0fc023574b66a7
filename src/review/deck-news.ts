import { LANGS } from "../base/lang.ts";
import type { Card } from "../card/card.ts";
import { findCard } from "../card/deck.ts";
import type { DeckChanged, Session } from "./session.ts";

/** What has become of the notes: some have changed, the card in front among them, or it has gone. */
export type DeckNews = "notes-changed" | "card-changed" | "card-gone";

/** Returns what notes that were read again have for a session, by what cards say; `null` if they say the same. */
export function deckNews({ stage, deck: old }: Session, { deck, successors }: DeckChanged): DeckNews | null {
  const seen = stage.kind === "saving" ? stage.back : stage;
  if (seen.kind !== "idle") {
    const is = findCard(deck, successors.get(seen.card.id) ?? seen.card.id);
    if (is === null) return "card-gone";
    if (!isSaying(is, seen.card)) return "card-changed";
  }
  const isSame =
    old.cards.length === deck.cards.length &&
    old.cards.every((card, index) => isSaying(deck.cards[index], card));
  return isSame ? null : "notes-changed";
}

function isSaying(is: Card | undefined, was: Card): boolean {
  return is !== undefined && wordsOf(is) === wordsOf(was);
}

/** Everything that a card says, by its fingerprints. */
function wordsOf({ faces }: Card): string {
  return LANGS.map((lang) => faces[lang]?.fingerprint ?? "").join(" ");
}

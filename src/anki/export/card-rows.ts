import type { Instant } from "../../base/day.ts";
import { SECOND } from "../../base/day.ts";
import type { Card, CardId } from "../../card/card.ts";
import type { CardProgress } from "../../history/progress.ts";
import type { AnkiCard, AnkiDeck, AnkiReview } from "../package/collection.ts";
import type { Answer } from "./answers.ts";
import type { StateRules } from "./card-state.ts";
import { cardState } from "./card-state.ts";
import type { DatedNote } from "./dated-notes.ts";
import { reviewsOf } from "./review-log.ts";

/** What is known of cards, and what their rows follow from. */
export interface CardFacts {
  readonly rules: StateRules;
  /** When today began. */
  readonly beganToday: Instant;
  /** The decks by their names. */
  readonly decks: ReadonlyMap<string, AnkiDeck>;
  /** The place of a card among all cards of the deck, from 1. */
  readonly positionOf: (card: CardId) => number;
  readonly progressOf: (card: CardId) => CardProgress;
  readonly answersOf: (card: CardId) => readonly Answer[];
}

/** A card's row, with those of its reviews. */
export interface CardRow {
  readonly card: AnkiCard;
  readonly reviews: readonly AnkiReview[];
}

/** Returns the rows of a note's cards. */
export function cardRows(note: DatedNote, facts: CardFacts): readonly CardRow[] {
  return note.cards.map((card) => cardRow(card, note, facts));
}

/** Learners flag what they doubt: in Anki that is the first flag, the red one. */
const FLAG = 1;

function cardRow(card: Card, note: DatedNote, facts: CardFacts): CardRow {
  const [id, deck] = [note.ids.cards[card.sibling], facts.decks.get(note.deck)];
  if (id === undefined || deck === undefined) throw new Error(`no id or no deck for ${card.id}`);
  const progress = facts.progressOf(card.id);
  const reviews = reviewsOf(facts.answersOf(card.id), id);
  const lastAnswer = reviews.findLast(({ factor }) => factor !== 0)?.id ?? 0;
  // A card is buried for a day: nobody could tell for which one if it seemed to be as it was long ago.
  const buried = progress.buriedOn === facts.rules.today ? facts.beganToday : 0;
  return {
    card: {
      id,
      note: note.ids.id,
      deck: deck.id,
      ord: ordOf(card.sibling),
      modified: Math.max(note.modified, Math.floor(Math.max(lastAnswer, buried) / SECOND)),
      flag: progress.flag === null ? 0 : FLAG,
      ...cardState({ position: facts.positionOf(card.id), progress, lastAnswer }, facts.rules),
    },
    reviews,
  };
}

/** Clozes count from 0 there, and the way back is the second template. */
function ordOf(sibling: string): number {
  if (sibling === "r") return 1;
  return sibling === "" ? 0 : Number(sibling.slice(1)) - 1;
}

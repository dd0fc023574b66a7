import type { Card, CardId } from "../../card/card.ts";
import { cardIdOf, cardUnder } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import type { CardRenamed } from "../event.ts";
import type { Comparison, Pair } from "./compare-ledger.ts";
import { compareTexts } from "./compare-texts.ts";
import type { Match } from "./match-notes.ts";
import type { PastNote } from "./notes.ts";

/** A deck whose cards are known by their past. */
export interface Identified {
  /** The deck; its notes have the uids that they had when they got their past. */
  readonly deck: Deck;
  /** Notes whose past goes on under another uid: for the journal to say, before anything else happens to them. */
  readonly renamings: readonly CardRenamed[];
  /** The uids of the notes that a past has been found for. */
  readonly uids: ReadonlyMap<string, string>;
}

/** Gives the notes of a deck the uids, and the uids the pasts, that a comparison and a match have found for them. */
export function identify(deck: Deck, { kept, pairs }: Comparison, match: Match): Identified {
  const known = new Map(kept.map(({ present, past }) => [present, past]));
  const uids = new Map<string, string>();
  const renamings: CardRenamed[] = [];
  for (const pair of [...pairs, ...match.pairs]) {
    const own = known.get(pair.present) ?? null;
    const uid = uidFor(pair, own);
    uids.set(pair.present.uid, uid);
    if (uid !== pair.past.uid) renamings.push(renaming(pair.past.uid, uid));
    if (own !== null && uid !== own.uid) renamings.push(renaming(own.uid, uid));
  }
  return { deck: withUids(deck, uids), renamings, uids };
}

/** An explicit id is the uid; a note without one keeps that of its past, of two pasts the older one's. */
function uidFor({ past, present }: Pair, own: PastNote | null): string {
  if (present.named === "by-id") return present.uid;
  return own !== null && isOlder(own, past) ? own.uid : past.uid;
}

/** Tells whether the past of one note is older than that of another; uids decide where both began on one day. */
export function isOlder(one: PastNote, other: PastNote): boolean {
  const order = compareTexts(one.introduced ?? "~", other.introduced ?? "~");
  return (order || compareTexts(one.uid, other.uid)) < 0;
}

function renaming(from: string, to: string): CardRenamed {
  return { type: "card-renamed", card: cardIdOf(from, ""), to: cardIdOf(to, "") };
}

/** Returns a deck whose notes have the uids that are given for those that they have by themselves. */
export function withUids(deck: Deck, uids: ReadonlyMap<string, string>): Deck {
  if ([...uids].every(([note, uid]) => note === uid)) return deck;
  const rename = (card: Card): Card => {
    const note = uids.get(card.note);
    return note === undefined ? card : cardUnder(note, card);
  };
  return { ...deck, cards: deck.cards.map(rename) };
}

/** Returns the cards with a past that a deck doesn't have: nothing of it is lost, they come back with their text. */
export function orphansIn(deck: Deck, cards: Readonly<Record<CardId, unknown>>): readonly CardId[] {
  const ids = new Set<string>(deck.cards.map(({ id }) => id));
  return (Object.keys(cards) as CardId[]).filter((id) => !ids.has(id));
}

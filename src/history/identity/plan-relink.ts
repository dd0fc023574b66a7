import { cardIdOf } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import type { CardRelinked } from "../event.ts";
import type { Progress } from "../progress.ts";
import { isOlder } from "./identify.ts";
import { pastNotes, presentNotes } from "./notes.ts";

/** A deck with the uids that its notes by themselves have, and with those that they have from their past. */
export interface RelinkableDeck {
  readonly written: Deck;
  readonly deck: Deck;
  readonly progress: Progress;
}

/** What comes of asking that the past of one note goes on with another. */
export type RelinkPlan =
  | { readonly kind: "planned"; readonly renaming: Pick<CardRelinked, "card" | "to"> }
  | { readonly kind: "refused"; readonly reason: RelinkRefusal };

/** Why a past can't go on with a note. */
export type RelinkRefusal =
  /** Nothing is known under the old uid. */
  | "no-past"
  /** The deck has no note of the new uid. */
  | "no-note"
  /** The note with the old uid is still in the notes. */
  | "still-there"
  /** The note has a past of its own, and an older one. */
  | "older-past";

/** Returns which note goes on under which uid when the past of `old` is to go on with the note `present`. */
export function planRelink(
  old: string,
  present: string,
  { written, deck, progress }: RelinkableDeck,
): RelinkPlan {
  const pasts = pastNotes(progress);
  const past = pasts.get(old);
  const card = deck.cards.find(({ note }) => note === present);
  if (past === undefined) return refused("no-past");
  if (card === undefined) return refused("no-note");
  const notes = presentNotes(written);
  if (notes.some(({ uid }) => uid === old)) return refused("still-there");
  const own = pasts.get(present);
  if (own !== undefined && isOlder(own, past)) return refused("older-past");
  const isNamed = notes.some(({ uid, named }) => uid === present && named === "by-id");
  const [from, to] = isNamed ? [old, present] : [present, old];
  return { kind: "planned", renaming: { card: cardIdOf(from, ""), to: cardIdOf(to, "") } };
}

function refused(reason: RelinkRefusal): RelinkPlan {
  return { kind: "refused", reason };
}

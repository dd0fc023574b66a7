import type { Progress } from "../history/progress.ts";
import type { StoredCards } from "./stored-cards.ts";
import { cardsStored, storedCards } from "./stored-cards.ts";
import type { StoredSightings } from "./stored-sightings.ts";
import { sightingsStored, storedSightings } from "./stored-sightings.ts";

/** What follows from the journals, as the snapshot holds it. Plain JSON. */
export interface StoredProgress extends Omit<Progress, "cards" | "seen"> {
  readonly cards: StoredCards;
  readonly seen: StoredSightings;
}

/** Returns a progress as it is stored. */
export function storedProgress(progress: Progress): StoredProgress {
  const { days, parameters, head, awaited } = progress;
  return {
    cards: storedCards(progress.cards),
    seen: storedSightings(progress.seen),
    days,
    parameters,
    head,
    awaited,
  };
}

/** Returns a stored progress as it was; its ledger is made when it is first looked into. */
export function progressStored({ cards, seen, days, parameters, head, awaited }: StoredProgress): Progress {
  let ledger: Progress["seen"] | null = null;
  return {
    cards: cardsStored(cards),
    get seen() {
      ledger ??= sightingsStored(seen);
      return ledger;
    },
    days,
    parameters,
    head,
    awaited,
  };
}

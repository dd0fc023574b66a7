import type { Scheduler } from "../schedule/scheduler.ts";
import type { CardFlagged, CardNoted, CardRated, CardStanding, EventHead } from "./event.ts";
import type { CardProgress } from "./progress.ts";

/** Returns a card after an answer. Cramming changes nothing: its answers come too close together to say anything. */
export function rateCard(
  card: CardProgress,
  event: EventHead & CardRated,
  scheduler: Scheduler,
): CardProgress {
  if (event.source === "cram") return card;
  return {
    ...card,
    memory: scheduler.next(event.card, card.memory, event.rating, event),
    introduced: card.introduced ?? event.day,
    ...(event.attempt === undefined ? {} : { fixKind: event.attempt.fixKind }),
  };
}

/** Returns a card after the learner put it aside, fetched it back or marked it. */
export function placeCard(
  card: CardProgress,
  event: EventHead & (CardStanding | CardFlagged | CardNoted),
): CardProgress {
  switch (event.type) {
    case "card-suspended":
      return { ...card, standing: "suspended" };
    case "card-unsuspended":
      return { ...card, standing: "active" };
    case "card-buried":
      return { ...card, buriedOn: event.day };
    case "card-unburied":
      return { ...card, buriedOn: null };
    case "card-flagged":
      return { ...card, flag: event.reason };
    case "card-unflagged":
      return { ...card, flag: null };
    case "card-noted":
      return noted(card, event.note);
  }
}

function noted(card: CardProgress, note: string): CardProgress {
  const { note: _, ...others } = card;
  return note === "" ? others : { ...others, note };
}

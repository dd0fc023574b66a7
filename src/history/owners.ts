import type { CardId } from "../card/card.ts";
import { cardIdOf, noteOf } from "../card/card.ts";
import type { EventId } from "./event-id.ts";
import type { CardRelinked, CardRenamed, EventHead, HistoryEvent } from "./event.ts";
import { cardOf } from "./event.ts";
import { inOrder } from "./order.ts";
import { retractedBy } from "./retraction.ts";

/** Whose history events belong to, after every renaming that came later. */
export interface Owners {
  /** Returns the card whose history an event is part of; `null` if it is about none. */
  readonly of: (event: HistoryEvent) => CardId | null;
}

/**
 * Returns whose history events belong to. A renaming reaches back, never forward: whoever is called by the old name later
 * is somebody else. Renamings that are retracted don't count; the order in which events are given is of no account.
 */
export function ownersOf(events: readonly HistoryEvent[]): Owners {
  const uids = new Map<string, string>();
  const later = (card: CardId): CardId => {
    const note = noteOf(card);
    return cardIdOf(uids.get(note) ?? note, siblingOf(card));
  };
  const owners = new Map<EventId, CardId>();
  if (events.some(isRenaming)) {
    const retracted = retractedBy(events);
    for (const event of inOrder(events).toReversed()) {
      const card = cardOf(event);
      if (card === null) continue;
      owners.set(event.id, later(card));
      if (isRenaming(event) && !retracted.has(event.id))
        uids.set(noteOf(event.card), noteOf(later(event.to)));
    }
  }
  return { of: (event) => owners.get(event.id) ?? cardOf(event) };
}

/** Tells whether an event gives a note another uid. */
export function isRenaming(event: HistoryEvent): event is EventHead & (CardRenamed | CardRelinked) {
  return event.type === "card-renamed" || event.type === "card-relinked";
}

function siblingOf(card: CardId): string {
  return card.slice(noteOf(card).length + 1);
}

import { eventIdOf } from "../history/event-id.ts";
import { eventOf, type HistoryEvent } from "../history/event.ts";
import type { IdentifiedDeck } from "../store/identify-deck.ts";
import type { StoredHistory } from "../store/stored-history.ts";
import { momentOf, type Context } from "./context.ts";

/** Sorts behind the name of every device. */
const NOWHERE = "~";

/** Returns what has happened, together with renamings that the journal doesn't have yet: it is about the deck as it is. */
export function knownEvents(
  context: Context,
  { renamings }: IdentifiedDeck,
  history: StoredHistory,
): readonly HistoryEvent[] {
  const moment = momentOf(context);
  const pending = renamings.map((body, index) =>
    eventOf({ ...moment, ...body }, eventIdOf(NOWHERE, index + 1)),
  );
  return [...history.events(), ...pending];
}

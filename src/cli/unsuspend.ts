import { Failure } from "../base/failure.ts";
import type { Card } from "../card/card.ts";
import type { EventDraft, HistoryEvent } from "../history/event.ts";
import { cardProgress } from "../history/progress.ts";
import { visibleLine } from "../pages/visible-text.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import { openStore } from "../store/store.ts";
import { isGiven, printJson } from "./command.ts";
import { momentOf, type Context } from "./context.ts";
import { loadedDeck } from "./decks.ts";
import { listedPrompts } from "./listed-prompts.ts";

/** Has suspended cards asked again: whoever names a note means all of its cards. Throws the Failure `not-suspended`. */
export async function unsuspend(context: Context, names: readonly string[]): Promise<void> {
  const loaded = await loadedDeck(context);
  const store = openStore(context.places);
  try {
    const known = await identifyDeck(loaded, store);
    const cards = [...new Set(names.flatMap((name) => suspendedCards(known, name)))];
    const moment = momentOf(context);
    const renamed = known.renamings.map((body): EventDraft => ({ ...moment, ...body }));
    const drafts = cards.map(({ id }): EventDraft => ({ ...moment, type: "card-unsuspended", card: id }));
    const events = store.append([...renamed, ...drafts]);
    tell(context, cards, events, await listedPrompts(known, cards, context.lang));
  } finally {
    store.close();
  }
}

function suspendedCards({ deck, progress }: IdentifiedDeck, name: string): readonly Card[] {
  const cards = deck.cards.filter(({ id, note }) => id === name || note === name);
  const suspended = cards.filter(({ id }) => cardProgress(progress, id).standing === "suspended");
  if (suspended.length > 0) return suspended;
  const reason = cards.length === 0 ? "no-card" : "active";
  throw new Failure({ code: "not-suspended", data: { card: name, reason } });
}

function tell(
  context: Context,
  cards: readonly Card[],
  events: readonly HistoryEvent[],
  promptOf: (card: Card) => string | null,
): void {
  if (isGiven(context, "json")) {
    const unsuspended = events.flatMap((event) =>
      event.type === "card-unsuspended" ? [{ event: event.id, card: event.card }] : [],
    );
    printJson(context, { unsuspended });
    return;
  }
  for (const card of cards) {
    context.terminal.print(context.words.cards.unsuspended(visibleLine(promptOf(card) ?? card.id)));
  }
}

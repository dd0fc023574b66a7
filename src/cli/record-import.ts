import type { ImportPlan } from "../anki/import/plan-import.ts";
import type { CardId } from "../card/card.ts";
import { noteOf } from "../card/card.ts";
import { cardOf, type EventDraft } from "../history/event.ts";
import { withSightings, type SeenText } from "../history/sighting.ts";
import type { IdentifiedDeck } from "../store/identify-deck.ts";
import type { NotePlace } from "../store/imported-notes.ts";
import type { Store } from "../store/store.ts";
import { momentOf, type Context } from "./context.ts";
import { seenTexts } from "./seen-text.ts";
import { textsAtHand } from "./texts-at-hand.ts";

/** Where the texts of cards are: in the decks as they were, and in notes that have just been written. */
export interface ImportTexts {
  readonly known: IdentifiedDeck;
  readonly written: ReadonlyMap<string, NotePlace>;
}

/** Puts what a package brings into the journal: all of it, or nothing. Throws the Failure `journal-write`. */
export async function recordImport(
  context: Context,
  store: Store,
  plan: ImportPlan,
  texts: ImportTexts,
): Promise<void> {
  if (plan.drafts.length === 0) return;
  const renamed = texts.known.renamings.map((body): EventDraft => ({ ...momentOf(context), ...body }));
  const brought = withSightings(plan.drafts, texts.known.progress, await seenIn(plan, texts));
  store.append([...renamed, ...brought]);
}

/** The new notes are not compiled for it: their words are known. */
async function seenIn(
  { drafts, decks }: ImportPlan,
  { known, written }: ImportTexts,
): Promise<(card: CardId) => SeenText | null> {
  const concerned = new Set(drafts.map(cardOf));
  const cards = known.deck.cards.filter(({ id }) => concerned.has(id));
  const seeOwn = seenTexts(known.deck, textsAtHand(cards, await known.openTexts()));
  const wordings = new Map([...decks.values()].flat().map(({ key, wording }) => [key, wording]));
  return (card) => {
    const [place, wording] = [written.get(noteOf(card)), wordings.get(noteOf(card))];
    return place === undefined || wording === undefined ? seeOwn(card) : { ...wording, ...place };
  };
}

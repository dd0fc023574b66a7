import type { CardId } from "../card/card.ts";
import type { Deck } from "../card/deck.ts";
import type { SeenText } from "../history/sighting.ts";
import type { TextLookup } from "../store/deck-texts.ts";

/** Returns what tells how a card's text stands in the notes now; `null` for one that they don't have. */
export function seenTexts({ cards }: Deck, textOf: TextLookup): (card: CardId) => SeenText | null {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return (id) => {
    const faces = byId.get(id)?.faces;
    // Always the same language first: the ledger asks whether a text has changed, not which one was read.
    const face = faces?.zh ?? faces?.en;
    const text = face === undefined ? null : textOf(face.text);
    if (face === undefined || text === null) return null;
    return { ...text.wording, file: face.place.file, line: face.place.line };
  };
}

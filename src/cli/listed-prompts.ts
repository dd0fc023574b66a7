import type { Lang } from "../base/lang.ts";
import { faceIn, type Card } from "../card/card.ts";
import type { LoadedDeck } from "../store/load-deck.ts";

/**
 * Returns what tells some cards' questions in one line of plain text, in the language asked for or the only one there is;
 * `null` for a card without a face. The index knows what a note asks; of a note with several cards the text is read, for
 * each of them asks something else.
 */
export async function listedPrompts(
  { openTexts }: Pick<LoadedDeck, "openTexts">,
  cards: readonly Card[],
  lang: Lang,
): Promise<(card: Card) => string | null> {
  if (cards.every(({ sibling }) => sibling === "")) return (card) => faceIn(card, lang)?.face.prompt ?? null;
  const textOf = await openTexts();
  const [{ cardWording }, { asListed }] = await Promise.all([
    import("../compile/card-wording.ts"),
    import("../compile/plain-text.ts"),
  ]);
  return (card) => {
    const face = faceIn(card, lang)?.face;
    const text = face === undefined || card.sibling === "" ? null : textOf(face.text);
    return text === null ? (face?.prompt ?? null) : asListed(cardWording(text, card.sibling).question);
  };
}

import { LANGS } from "../base/lang.ts";
import type { Card } from "../card/card.ts";
import type { NoteText } from "../card/note-text.ts";
import type { TextLookup } from "../store/deck-texts.ts";

/**
 * Returns a lookup that has the texts of some cards at hand. They are read file by file: the lookup that it reads with
 * keeps one file at a time, and cards go to and fro between their languages.
 */
export function textsAtHand(cards: readonly Card[], textOf: TextLookup): TextLookup {
  const texts = new Map<string, NoteText | null>();
  for (const lang of LANGS) {
    for (const ref of cards.flatMap(({ faces }) => faces[lang]?.text ?? [])) {
      const key = `${ref.file}\0${ref.index}`;
      if (!texts.has(key)) texts.set(key, textOf(ref));
    }
  }
  return ({ file, index }) => texts.get(`${file}\0${index}`) ?? null;
}

import type { Card } from "../../card/card.ts";

/** Which cards go out; an empty list leaves the choice open. A card has to fit all lists, and in each list one entry. */
export interface Selection {
  /** Numbers or names of chapters, as the notes give them. */
  readonly chapters: readonly string[];
  readonly tags: readonly string[];
  readonly levels: readonly string[];
}

/** Returns the cards that are selected. */
export function selectCards(cards: readonly Card[], { chapters, tags, levels }: Selection): readonly Card[] {
  return cards.filter(
    (card) =>
      fits(chapters, [card.chapter]) &&
      fits(tags, card.tags) &&
      fits(levels, card.level === null ? [] : [card.level]),
  );
}

/** Tells whether everything is selected. */
export function isWhole({ chapters, tags, levels }: Selection): boolean {
  return chapters.length + tags.length + levels.length === 0;
}

function fits(wanted: readonly string[], found: readonly string[]): boolean {
  return (
    wanted.length === 0 ||
    wanted.some((each) => found.some((other) => other.toLowerCase() === each.toLowerCase()))
  );
}

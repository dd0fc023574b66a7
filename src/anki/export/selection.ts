import type { Card } from "../../card/card.ts";

/** Which cards go out; an empty list leaves the choice open. A card has to fit all lists, and in each list one entry. */
export interface Selection {
  /** Whether these are the decks that the learner always uses, or some that were named for this time. */
  readonly decks: "usual" | "named";
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

function fits(wanted: readonly string[], found: readonly string[]): boolean {
  return (
    wanted.length === 0 ||
    wanted.some((each) => found.some((other) => other.toLowerCase() === each.toLowerCase()))
  );
}

import type { Moment } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import { fingerprintOf } from "../compile/fingerprint.ts";
import type { CardRelinked, CardSeen, EventDraft, EventHead } from "./event.ts";
import { cardOf } from "./event.ts";
import type { Progress, Sighting } from "./progress.ts";
import { sightingOf } from "./progress.ts";

/** The text of a card as it stands in the notes now, and where. */
export type SeenText = Omit<CardSeen, "type" | "card">;

/** Returns the ledger's row of a card after an event that says how it was seen; `row` is the one before. */
export function sightingAfter(row: Sighting | null, event: EventHead & (CardSeen | CardRelinked)): Sighting {
  const { id, file, line } = event;
  const text = fingerprintOf(event);
  const earlier = (row?.texts ?? []).filter((each) => each !== text);
  return { event: id, file, line, texts: [...earlier, text] };
}

/**
 * Returns the drafts with a `card-seen` in front for each card that the ledger doesn't know yet, or knows with another
 * text: so it can be found again after edits. `see` gives a card's text, always that of the same of its languages;
 * `null` if the notes don't have it.
 */
export function withSightings(
  drafts: readonly EventDraft[],
  progress: Progress,
  see: (card: CardId) => SeenText | null,
): readonly EventDraft[] {
  const first = new Map(drafts.toReversed().map((draft) => [cardOf(draft), draft]));
  const sightings = [...first].flatMap(([card, draft]) => {
    const text = card === null ? null : see(card);
    if (card === null || text === null || isKnown(progress, card, text)) return [];
    return [seenDraft(card, text, draft)];
  });
  return [...sightings.toReversed(), ...drafts];
}

function seenDraft(card: CardId, text: SeenText, { at, day, tz }: Moment): EventDraft {
  return { at, day, tz, type: "card-seen", card, ...text };
}

function isKnown(progress: Progress, card: CardId, text: SeenText): boolean {
  return sightingOf(progress, card)?.texts.at(-1) === fingerprintOf(text);
}

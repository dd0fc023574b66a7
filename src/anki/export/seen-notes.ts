import type { Moment } from "../../base/day.ts";
import type { CardId } from "../../card/card.ts";
import { fingerprintOf } from "../../compile/fingerprint.ts";
import type { EventDraft } from "../../history/event.ts";
import type { Progress } from "../../history/progress.ts";
import { sightingOf } from "../../history/progress.ts";
import type { SeenText } from "../../history/sighting.ts";
import type { DatedNote } from "./dated-notes.ts";

/**
 * Returns what a journal has to know of notes that go out: they have a past from now on, and their text is what finds
 * them again after edits. What the journal knows already is left out; `see` gives a card's text as it stands now.
 */
export function seenNotes(
  notes: readonly DatedNote[],
  progress: Progress,
  moment: Moment,
  see: (card: CardId) => SeenText | null,
): readonly EventDraft[] {
  return notes
    .flatMap(({ cards }) => cards)
    .flatMap(({ id }): readonly EventDraft[] => {
      const text = see(id);
      if (text === null || sightingOf(progress, id)?.texts.at(-1) === fingerprintOf(text)) return [];
      return [{ ...moment, type: "card-seen", card: id, ...text }];
    });
}

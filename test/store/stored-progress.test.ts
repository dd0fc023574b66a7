import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { replay } from "../../src/history/replay.ts";
import { progressStored, storedProgress } from "../../src/store/stored-progress.ts";
import type { StoredProgress } from "../../src/store/stored-progress.ts";
import { after, card, draft, journal, journals, rated } from "../history/builders.ts";

/** What is left of a progress after it was written and read. */
function writtenAndRead(stored: StoredProgress): StoredProgress {
  return JSON.parse(JSON.stringify(stored));
}

describe("a stored progress", () => {
  test("comes back as it was, whatever has happened", () => {
    fc.assert(
      fc.property(journals, (events) => {
        const progress = replay(events);
        expect(progressStored(writtenAndRead(storedProgress(progress)))).toEqual(progress);
      }),
    );
  });

  test("keeps the order of the cards", () => {
    const progress = replay(
      journal([
        rated("z", "good"),
        draft({ type: "card-suspended", card: card("m") }, after(1)),
        rated("a", "again", after(2)),
      ]),
    );
    const { cards } = progressStored(writtenAndRead(storedProgress(progress)));
    expect(Object.keys(cards)).toEqual(Object.keys(progress.cards));
  });

  test("knows cards that are called like what every object has", () => {
    const progress = replay(journal([rated("constructor", "good"), rated("toString", "hard", after(1))]));
    expect(progressStored(writtenAndRead(storedProgress(progress)))).toEqual(progress);
  });

  test("loses nothing that a later release says of a card", () => {
    const { cards, ...others } = replay(journal([rated("a", "good")]));
    const id = card("a");
    const known = cards[id];
    const progress = { ...others, cards: { [id]: { ...known, mood: "merry" } } };
    const stored = writtenAndRead(storedProgress(progress as never));
    expect(progressStored(stored)).toEqual(progress);
  });
});

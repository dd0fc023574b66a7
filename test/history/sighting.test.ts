import { describe, expect, test } from "vitest";

import { eventIdOf } from "../../src/history/event-id.ts";
import { NO_PROGRESS, sightingOf } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { withSightings } from "../../src/history/sighting.ts";
import type { SeenText } from "../../src/history/sighting.ts";
import { after, card, draft, journal, rated } from "./builders.ts";

const TEXT: SeenText = { question: "What is backpressure?", answer: "Slowing down.", file: "a.md", line: 3 };
const SEEN = draft({ type: "card-seen", card: card("a"), ...TEXT });

describe("withSightings", () => {
  test("puts a card's text before its first event", () => {
    const drafts = [rated("a", "good")];
    expect(withSightings(drafts, NO_PROGRESS, () => TEXT)).toEqual([SEEN, ...drafts]);
  });

  test("puts it there once, however many events there are", () => {
    const drafts = [rated("a", "good"), rated("a", "easy", after(1))];
    expect(withSightings(drafts, NO_PROGRESS, () => TEXT)).toEqual([SEEN, ...drafts]);
  });

  test("adds nothing for a card that the ledger knows with this text, wherever it has moved", () => {
    const progress = replay(journal([SEEN]));
    const drafts = [rated("a", "good")];
    expect(withSightings(drafts, progress, () => ({ ...TEXT, file: "b.md" }))).toEqual(drafts);
  });

  test("adds the text again when it has changed", () => {
    const progress = replay(journal([SEEN]));
    const text = { ...TEXT, answer: "Slowing the source down." };
    const [first] = withSightings([rated("a", "good", after(5))], progress, () => text);
    expect(first).toEqual(draft({ type: "card-seen", card: card("a"), ...text }, after(5)));
  });

  test("adds nothing where the notes no longer have the card, or an event is about none", () => {
    const drafts = [rated("a", "good")];
    expect(withSightings(drafts, NO_PROGRESS, () => null)).toEqual(drafts);
    const retraction = draft({ type: "retracted", event: eventIdOf("d3f2", 1) });
    expect(withSightings([retraction], NO_PROGRESS, () => TEXT)).toEqual([retraction]);
  });
});

describe("the ledger", () => {
  test("says which event holds the text that a card was last seen with", () => {
    const moved = draft({ type: "card-seen", card: card("a"), ...TEXT, file: "b.md", line: 9 }, after(1));
    const progress = replay(journal([SEEN, rated("a", "good"), moved]));
    expect(sightingOf(progress, card("a"))).toMatchObject({ event: "d3f2:3", file: "b.md", line: 9 });
    expect(sightingOf(progress, card("b"))).toBeNull();
  });
});

import { describe, expect, test } from "vitest";

import { eventIdOf } from "../../src/history/event-id.ts";
import type { EventDraft } from "../../src/history/event.ts";
import { ownersOf } from "../../src/history/owners.ts";
import { cardProgress, sightingOf } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { MORNING, after, card, draft, journal, rated } from "./builders.ts";

function renamed(from: string, to: string, minutes: number): EventDraft {
  return draft({ type: "card-renamed", card: card(from), to: card(to) }, after(minutes));
}

describe("ownersOf", () => {
  test("gives what came before a renaming to the new name, and what comes after to the name that it has", () => {
    const events = journal([rated("a", "good"), renamed("a", "b", 1), rated("a", "again", after(2))]);
    const { of } = ownersOf(events);
    expect(events.map(of)).toEqual(["b", "b", "a"]);
  });

  test("follows a card from name to name, back to the first one too", () => {
    const events = journal([
      rated("a", "good"),
      renamed("a", "b", 1),
      renamed("b", "c", 2),
      renamed("c", "a", 3),
    ]);
    expect(ownersOf(events).of(rated0(events))).toBe("a");
    expect(ownersOf(events.slice(0, 3)).of(rated0(events))).toBe("c");
  });

  test("renames a note with all of its cards", () => {
    const events = journal([rated("a.c2", "good"), renamed("a.c1", "b", 1)]);
    expect(ownersOf(events).of(rated0(events))).toBe("b.c2");
  });

  test("passes over a renaming that is retracted", () => {
    const events = journal([
      rated("a", "good"),
      renamed("a", "b", 1),
      draft({ type: "retracted", event: eventIdOf("d3f2", 2) }, after(2)),
    ]);
    expect(ownersOf(events).of(rated0(events))).toBe("a");
  });
});

function rated0(events: ReturnType<typeof journal>): (typeof events)[number] {
  const [first] = events;
  if (first === undefined) throw new Error("no events");
  return first;
}

describe("a card with another name", () => {
  test("has the memory that all answers make, in the order in which they were given", () => {
    const progress = replay(
      journal([rated("a", "good"), rated("b", "again", after(5)), renamed("a", "b", 6)]),
    );
    const { next } = createScheduler(DEFAULT_PARAMETERS);
    expect(cardProgress(progress, card("b")).memory).toEqual(
      next("b", next("a", null, "good", MORNING), "again", after(5)),
    );
    expect(progress.cards).not.toHaveProperty("a");
    expect(progress.days[MORNING.day]).toMatchObject({ answers: 2, introduced: 1 });
  });

  test("is known by every text that it was seen with under any name", () => {
    const seen = (name: string, answer: string, minutes: number): EventDraft =>
      draft(
        { type: "card-seen", card: card(name), question: "Q", answer, file: "a.md", line: 1 },
        after(minutes),
      );
    const progress = replay(
      journal([seen("a", "one", 0), seen("b", "two", 1), renamed("a", "b", 2), seen("b", "one", 3)]),
    );
    expect(sightingOf(progress, card("b"))).toMatchObject({ event: "d3f2:4", texts: { length: 2 } });
    expect(sightingOf(progress, card("a"))).toBeNull();
  });

  test("is seen, by being relinked, with the text that the learner linked it to", () => {
    const text = { question: "Q", answer: "other", file: "b.md", line: 7 };
    const relinked = draft({ type: "card-relinked", card: card("b"), to: card("a"), ...text }, after(2));
    const events = journal([
      draft({ type: "card-seen", card: card("a"), ...text, answer: "one" }),
      rated("a", "good"),
      relinked,
    ]);
    expect(sightingOf(replay(events), card("a"))).toMatchObject({ event: "d3f2:3", file: "b.md", line: 7 });
    const undo = draft({ type: "retracted", event: eventIdOf("d3f2", 3) }, after(3));
    const after3 = replay([...events, ...journal([undo], "d3f2", 4)]);
    expect(after3.seen).toEqual(replay(events.slice(0, 2)).seen);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { eventIdOf } from "../../src/history/event-id.ts";
import type { HistoryEvent } from "../../src/history/event.ts";
import { inOrder } from "../../src/history/order.ts";
import type { Progress } from "../../src/history/progress.ts";
import { cardProgress, FRESH_CARD, dayTally, parametersOf } from "../../src/history/progress.ts";
import { replay, resume } from "../../src/history/replay.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { MORNING, actions, after, card, draft, journal, journals, later, rated } from "./builders.ts";

describe("replay", () => {
  test("gives every card the memory that its answers make", () => {
    const progress = replay(
      journal([rated("a", "good"), rated("b", "again"), rated("a", "good", after(10))]),
    );
    const { next } = createScheduler(DEFAULT_PARAMETERS);
    expect(cardProgress(progress, card("a")).memory).toEqual(
      next("a", next("a", null, "good", MORNING), "good", after(10)),
    );
    expect(cardProgress(progress, card("b")).memory).toEqual(next("b", null, "again", MORNING));
  });

  test("counts what a day held", () => {
    const progress = replay(
      journal([
        rated("a", "easy"),
        rated("b", "again"),
        rated("b", "good", after(1)),
        rated("a", "good", after(0, 8)),
      ]),
    );
    expect(progress.days).toEqual({
      "2026-12-01": { answers: 3, again: 1, introduced: 2, reviews: 0, ms: 15_000 },
      "2026-12-09": { answers: 1, again: 0, introduced: 0, reviews: 1, ms: 5000 },
    });
  });

  test("lets cramming count as an answer and change nothing else", () => {
    const cram = rated("a", "again", after(0, 9), "cram");
    const before = replay(journal([rated("a", "easy")]));
    const progress = replay(journal([rated("a", "easy"), cram]));
    expect(progress.cards).toEqual(before.cards);
    expect(dayTally(progress, after(0, 9).day)).toMatchObject({ answers: 1, introduced: 0, reviews: 0 });
    expect(replay(journal([cram])).cards).toEqual({});
  });

  test("lets an exercise come back by its own rules, and keeps the kind of fix that it needed", () => {
    const attempt = {
      end: "passed",
      variant: "job",
      fixKind: "state",
      hints: 0,
      runs: 2,
      failingRuns: 1,
    } as const;
    const answer = {
      type: "card-rated",
      card: card("c1-01"),
      lang: "zh",
      rating: "good",
      ms: 300_000,
    } as const;
    const { cards } = replay(journal([draft({ ...answer, source: "exercise", attempt })]));
    expect(cards[card("c1-01")]).toMatchObject({ memory: { phase: "review", reps: 1 }, fixKind: "state" });
  });

  test("keeps the note last written on a card, and none where that was empty", () => {
    const a = card("a");
    const written = journal([
      draft({ type: "card-noted", card: a, note: "mine" }),
      draft({ type: "card-noted", card: a, note: "mine, better" }, after(1)),
    ]);
    expect(cardProgress(replay(written), a)).toEqual({ ...FRESH_CARD, note: "mine, better" });
    const emptied = journal([draft({ type: "card-noted", card: a, note: "" }, after(2))], "d3f2", 3);
    expect(cardProgress(replay([...written, ...emptied]), a)).toEqual(FRESH_CARD);
  });

  test("suspends, buries and flags cards, and takes it back", () => {
    const a = card("a");
    const put = journal([
      draft({ type: "card-suspended", card: a }),
      draft({ type: "card-buried", card: a }),
      draft({ type: "card-flagged", card: a, reason: "错字" }),
    ]);
    expect(cardProgress(replay(put), a)).toEqual({
      memory: null,
      introduced: null,
      standing: "suspended",
      buriedOn: "2026-12-01",
      flag: "错字",
    });
    const back = journal(
      [
        draft({ type: "card-unsuspended", card: a }, after(1)),
        draft({ type: "card-unburied", card: a }, after(1)),
        draft({ type: "card-unflagged", card: a }, after(1)),
      ],
      "d3f2",
      4,
    );
    expect(cardProgress(replay([...put, ...back]), a)).toEqual({
      memory: null,
      introduced: null,
      standing: "active",
      buriedOn: null,
      flag: null,
    });
  });

  test("goes by the parameters that held when a card was answered", () => {
    const bare = { ...DEFAULT_PARAMETERS, learningSteps: [] };
    const progress = replay(
      journal([
        rated("a", "good"),
        draft({ type: "parameters-set", parameters: bare }, after(1)),
        rated("b", "good", after(2)),
      ]),
    );
    expect(cardProgress(progress, card("a")).memory?.phase).toBe("learning");
    expect(cardProgress(progress, card("b")).memory?.phase).toBe("review");
    expect(parametersOf(progress)).toEqual(bare);
  });

  test("goes by the time of events, not by the order of their lines", () => {
    const events = journal([rated("a", "again"), rated("a", "good", after(1)), rated("a", "easy", after(2))]);
    expect(replay(events.toReversed())).toEqual(replay(events));
  });

  test("takes the numbers of events for numbers where the time is the same", () => {
    const events = journal([rated("a", "again"), rated("a", "easy")], "d3f2", 9);
    expect(replay(events.toReversed())).toEqual(replay(events));
    expect(replay(events).head?.id).toBe("d3f2:10");
  });

  test("gives the same for the journals of several devices in any order", () => {
    fc.assert(
      fc.property(journals, fc.infiniteStream(fc.nat()), (events, dice) => {
        const keys = new Map(events.map((event) => [event, dice.next().value]));
        const mixed = events.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(replay(mixed)).toEqual(replay(events));
      }),
    );
  });

  test("gives plain JSON", () => {
    fc.assert(
      fc.property(journals, (events) => {
        const progress = replay(events);
        expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
      }),
    );
  });

  test("knows nothing of a card called like something that every object has", () => {
    expect(cardProgress(replay([]), card("constructor")).memory).toBeNull();
    expect(
      cardProgress(replay(journal([rated("constructor", "good")])), card("constructor")).memory?.reps,
    ).toBe(1);
  });
});

/** Goes on from what follows from `head`; replays everything where that is asked for. */
function goOn(head: readonly HistoryEvent[], tail: readonly HistoryEvent[]): Progress {
  const resumption = resume(replay(head), tail);
  return resumption.kind === "resumed" ? resumption.progress : replay([...head, ...tail]);
}

describe("resume", () => {
  test("ends where a replay of everything ends, wherever the journal is cut", () => {
    fc.assert(
      fc.property(journals, fc.nat(40), (events, cut) => {
        const ordered = inOrder(events);
        expect(goOn(ordered.slice(0, cut), ordered.slice(cut))).toEqual(replay(events));
      }),
      { numRuns: 500 },
    );
  });

  test("ends there however the journal is parted", () => {
    fc.assert(
      fc.property(journals, fc.infiniteStream(fc.boolean()), (events, coins) => {
        const parted = Map.groupBy(events, () => coins.next().value);
        expect(goOn(parted.get(true) ?? [], parted.get(false) ?? [])).toEqual(replay(events));
      }),
      { numRuns: 500 },
    );
  });

  test("needs no replay for what a learner does next, an undo of it included", () => {
    fc.assert(
      fc.property(actions, fc.nat(25), (all, cut) => {
        const drafts = all.filter((each) => !("to" in each));
        const done = [...drafts, rated("a", "good", later(1_000_000))];
        const undo = draft({ type: "retracted", event: eventIdOf("d3f2", done.length) }, later(1_000_001));
        const events = journal([...done, undo]);
        const head = events.slice(0, Math.min(cut, drafts.length));
        expect(resume(replay(head), events.slice(head.length))).toEqual({
          kind: "resumed",
          progress: replay(events),
        });
      }),
    );
  });

  test("needs a replay when a card gets another name", () => {
    const events = journal([
      rated("a", "good"),
      draft({ type: "card-renamed", card: card("a"), to: card("b") }, after(1)),
      rated("b", "good", after(10)),
    ]);
    expect(resume(replay(events.slice(0, 1)), events.slice(1)).kind).toBe("replay-needed");
    expect(resume(replay(events.slice(0, 2)), events.slice(2))).toEqual({
      kind: "resumed",
      progress: replay(events),
    });
  });

  test("needs a replay when two histories become one", () => {
    const progress = replay(journal([rated("a", "good"), rated("b", "good", after(1))]));
    const renamed = draft({ type: "card-renamed", card: card("a"), to: card("b") }, after(2));
    expect(resume(progress, journal([renamed], "d3f2", 3)).kind).toBe("replay-needed");
  });

  test("needs a replay when something comes from before the head", () => {
    const progress = replay(journal([rated("a", "good", after(5))]));
    expect(resume(progress, journal([rated("b", "good")], "b2")).kind).toBe("replay-needed");
  });

  test("needs a replay when something before the head is retracted", () => {
    const events = journal([rated("a", "good")]);
    const undo = journal([draft({ type: "retracted", event: eventIdOf("d3f2", 1) }, after(1))], "d3f2", 2);
    expect(resume(replay(events), undo).kind).toBe("replay-needed");
  });

  test("needs a replay when an event comes whose retraction came before", () => {
    const events = journal([
      rated("a", "good"),
      draft({ type: "retracted", event: eventIdOf("d3f2", 1) }, MORNING),
    ]);
    const progress = replay(events.slice(1));
    expect(progress.awaited).toEqual(["d3f2:1"]);
    expect(resume({ ...progress, head: null }, events.slice(0, 1)).kind).toBe("replay-needed");
    expect(replay(events).awaited).toEqual([]);
  });
});

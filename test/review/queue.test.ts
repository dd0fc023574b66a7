import { describe, expect, test } from "vitest";

import { HOUR, MINUTE, addDays, instantOf } from "../../src/base/day.ts";
import type { Deck } from "../../src/card/deck.ts";
import type { EventDraft, RatingSource } from "../../src/history/event.ts";
import { NO_PROGRESS, dayTally } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import type { Limits, Queue } from "../../src/review/queue.ts";
import { buildQueue, nextAt } from "../../src/review/queue.ts";
import { MORNING, after, card, draft, journal, rated } from "../history/builders.ts";
import { ROLLOVER, fixedZone } from "../schedule/moments.ts";
import { LIMITS, Sitting, aDeck } from "./builders.ts";

function idsOf({ entries }: Queue): readonly string[] {
  return entries.map(({ card }) => card.id);
}

function reasonsOf({ entries }: Queue): string {
  return entries.map(({ reason }) => reason.slice(0, 1)).join("");
}

function queueAt(
  deck: Deck,
  drafts: readonly EventDraft[],
  moment = MORNING,
  limits: Limits = LIMITS,
): Queue {
  return buildQueue(deck, replay(journal(drafts)), limits, moment);
}

/** Cards learned on 1 December that are due within the next nine days. */
function learned(...names: readonly string[]): readonly EventDraft[] {
  return names.map((name) => rated(name, "easy"));
}

const LATER = after(0, 20);

describe("buildQueue", () => {
  test("gives new cards in the order of the deck, as many as a day may have", () => {
    const queue = queueAt(aDeck("c", "a", "b"), [], MORNING, { ...LIMITS, newPerDay: 2 });
    expect(idsOf(queue)).toEqual(["c", "a"]);
    expect(queue.counts).toEqual({ new: 2, learning: 0, review: 0 });
  });

  test("never brings an exercise that was not begun, and brings one that was when it is due", () => {
    const cards = aDeck("c1-01", "a").cards.map((each) =>
      each.id === "a" ? each : { ...each, kind: "exercise" as const },
    );
    const deck = { ...aDeck(), cards };
    expect(idsOf(queueAt(deck, []))).toEqual(["a"]);
    expect(idsOf(queueAt(deck, [rated("c1-01", "again", MORNING, "exercise")], LATER))).toContain("c1-01");
  });

  test("gives nothing of an empty deck", () => {
    expect(queueAt(aDeck(), [])).toEqual({
      entries: [],
      counts: { new: 0, learning: 0, review: 0 },
      unseen: 0,
      nextInstant: null,
      nextDay: null,
    });
  });

  test("gives what is most likely to be forgotten first, and no more than a day may have", () => {
    const drafts = [
      ...learned("firm", "weak"),
      rated("weak", "again", after(0, 9)),
      rated("weak", "good", after(20, 9)),
    ];
    const queue = queueAt(aDeck("firm", "weak"), drafts, after(0, 60));
    expect(idsOf(queue)).toEqual(["weak", "firm"]);
    expect(
      idsOf(queueAt(aDeck("firm", "weak"), drafts, after(0, 60), { ...LIMITS, reviewsPerDay: 1 })),
    ).toEqual(["weak"]);
  });

  test("gives equally weak cards in an order that holds for a day and changes from day to day", () => {
    const names = Array.from({ length: 12 }, (_, index) => `card-${index}`);
    const deck = aDeck(...names);
    const drafts = learned(...names);
    const today = idsOf(queueAt(deck, drafts, LATER));
    expect(idsOf(queueAt(deck, drafts, after(90, 20)))).toEqual(today);
    const tomorrow = idsOf(queueAt(deck, drafts, after(0, 21)));
    expect(tomorrow).not.toEqual(today);
    expect([...tomorrow].sort()).toEqual([...today].sort());
  });

  test("spreads new cards among the reviews", () => {
    const queue = queueAt(aDeck("a", "b", "c", "d", "x", "y"), learned("a", "b", "c", "d"), LATER);
    expect(reasonsOf(queue)).toBe("rnrnrr");
  });

  test("puts a card whose step is over before everything, and one whose step is nearly over behind", () => {
    const drafts = [rated("over", "again", after(0)), rated("soon", "good", after(5))];
    const queue = queueAt(aDeck("new", "soon", "over"), drafts, after(6));
    expect(idsOf(queue)).toEqual(["over", "new", "soon"]);
    expect(queue.counts).toEqual({ new: 1, learning: 2, review: 0 });
  });

  test("leaves out a card whose step is far from over, and says when it is", () => {
    const queue = queueAt(aDeck("a"), [rated("a", "good")], after(0), { ...LIMITS, learnAhead: 5 * MINUTE });
    expect(idsOf(queue)).toEqual([]);
    expect(queue.nextInstant).toBe(MORNING.at + 10 * MINUTE);
  });

  test("still asks for a step from yesterday", () => {
    expect(reasonsOf(queueAt(aDeck("a"), [rated("a", "again")], after(0, 1)))).toBe("l");
  });

  test("leaves out what is suspended, and for a day what is buried", () => {
    const drafts = [
      draft({ type: "card-suspended", card: card("a") }),
      draft({ type: "card-buried", card: card("b") }),
    ];
    const queue = queueAt(aDeck("a", "b"), drafts);
    expect(idsOf(queue)).toEqual([]);
    expect(queue.nextDay).toBe("2026-12-02");
    expect(idsOf(queueAt(aDeck("a", "b"), drafts, after(0, 1)))).toEqual(["b"]);
  });

  test("asks one card of a note a day, be it new or due", () => {
    const deck = aDeck("n.c1", "n.c2", "m.c1", "m.c2");
    expect(idsOf(queueAt(deck, []))).toEqual(["n.c1", "m.c1"]);
    expect(idsOf(queueAt(deck, [rated("n.c2", "easy")]))).toEqual(["m.c1"]);
    const due = queueAt(deck, learned("n.c1", "n.c2", "m.c1", "m.c2"), LATER);
    expect(due.entries.map(({ card }) => card.note).sort()).toEqual(["m", "n"]);
    expect(due.nextDay).toBe(addDays(LATER.day, 1));
  });

  test("keeps asking for a card that is being learned, whatever its siblings did today", () => {
    const drafts = [rated("n.c1", "again"), rated("n.c2", "again", after(1))];
    expect(idsOf(queueAt(aDeck("n.c1", "n.c2"), drafts, after(5)))).toEqual(["n.c1", "n.c2"]);
  });

  test("doesn't let a suspended card hold a place", () => {
    const drafts = [draft({ type: "card-suspended", card: card("n.c1") })];
    expect(idsOf(queueAt(aDeck("n.c1", "n.c2"), drafts))).toEqual(["n.c2"]);
  });

  test("counts interviews and exercises against the limits, but no cramming", () => {
    const limits = { ...LIMITS, newPerDay: 1 };
    const freshAfter = (source: RatingSource) =>
      queueAt(aDeck("a", "b"), [rated("a", "easy", MORNING, source)], MORNING, limits).counts.new;
    expect([freshAfter("interview"), freshAfter("exercise"), freshAfter("cram")]).toEqual([0, 0, 1]);
  });

  test("promises no new cards for tomorrow to somebody who wants none", () => {
    const queue = queueAt(aDeck("a"), [], MORNING, { ...LIMITS, newPerDay: 0 });
    expect([queue.entries, queue.nextDay]).toEqual([[], null]);
  });

  test("is the rest of the queue after its first card has been answered", () => {
    const names = Array.from({ length: 17 }, (_, index) => `card-${index}`);
    const fresh = Array.from({ length: 9 }, (_, index) => `new-${index}`);
    const sitting = new Sitting(aDeck(...names, ...fresh), journal(learned(...names)), undefined, LATER);
    const whole = idsOf(sitting.session.queue);
    const asked = whole.map(() => {
      const first = sitting.card;
      sitting.rate("easy");
      return first;
    });
    expect(asked).toEqual(whole);
    expect(whole).toHaveLength(26);
  });
});

describe("limits", () => {
  test("hold over three sittings that take turns", () => {
    const decks = ["a", "b", "c"].map((deck) =>
      aDeck(...Array.from({ length: 30 }, (_, index) => `${deck}-${index}`)),
    );
    const old = decks.flatMap((deck) => deck.cards.slice(0, 15).map(({ id }) => id));
    const limits: Limits = { ...LIMITS, newPerDay: 7, reviewsPerDay: 11 };
    let events = journal(learned(...old));
    let minutes = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const deck = decks[turn % 3] ?? aDeck();
      minutes += 1;
      const sitting = new Sitting(deck, events, { limits, grades: 4, lang: "zh" }, after(minutes, 20));
      sitting.rate(turn % 4 === 0 ? "again" : "easy");
      events = sitting.events;
    }
    const progress = replay(events);
    expect(dayTally(progress, LATER.day)).toMatchObject({ introduced: 7, reviews: 11 });
    const left = decks.map((deck) => buildQueue(deck, progress, limits, after(600, 20)).counts);
    expect(left.map(({ new: fresh, review }) => fresh + review)).toEqual([0, 0, 0]);
  });

  test("begin anew with the logical day, not at midnight", () => {
    const limits = { ...LIMITS, newPerDay: 1 };
    const progress = replay(journal([rated("a", "easy")]));
    const counts = (hours: number, day = MORNING.day) =>
      buildQueue(aDeck("a", "b"), progress, limits, {
        at: instantOf(MORNING.at + hours * HOUR),
        day,
        tz: MORNING.tz,
      }).counts.new;
    expect(counts(18)).toBe(0);
    expect(counts(20, addDays(MORNING.day, 1))).toBe(1);
  });
});

describe("nextAt", () => {
  const zone = fixedZone(8 * 60);

  test("is the end of a step or the beginning of a day, whichever comes first", () => {
    const queue = queueAt(aDeck("a", "b"), [rated("a", "good"), rated("b", "easy")], after(1), {
      ...LIMITS,
      learnAhead: 0,
    });
    expect(nextAt(queue, zone, ROLLOVER)).toBe(MORNING.at + 10 * MINUTE);
    expect(nextAt({ ...queue, nextInstant: null, nextDay: addDays(MORNING.day, 8) }, zone, ROLLOVER)).toBe(
      Date.parse("2026-12-09T04:00+08:00"),
    );
  });

  test("is nothing where nothing will come", () => {
    expect(nextAt(buildQueue(aDeck(), NO_PROGRESS, LIMITS, MORNING), zone, ROLLOVER)).toBeNull();
  });
});

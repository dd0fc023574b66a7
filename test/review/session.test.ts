import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { MINUTE, SECOND, instantOf } from "../../src/base/day.ts";
import type { Moment } from "../../src/base/day.ts";
import type { CardKind } from "../../src/card/card.ts";
import { cardProgress } from "../../src/history/progress.ts";
import type { Effect, Wish } from "../../src/review/session.ts";
import { update } from "../../src/review/update.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { MORNING, after, card, journal, later, rated, withoutHead } from "../history/builders.ts";
import { moment } from "../schedule/moments.ts";
import { RULES, Sitting, aCard, aDeck } from "./builders.ts";

function seconds(count: number): Moment {
  return { ...MORNING, at: instantOf(MORNING.at + count * SECOND) };
}

/** Sends a wish without doing what the session wants; returns that. */
function wish(sitting: Sitting, wanted: Wish): readonly Effect[] {
  const [session, effects] = update(sitting.session, { ...wanted, moment: sitting.session.moment });
  sitting.session = session;
  return effects;
}

describe("a sitting", () => {
  test("asks the first card of the queue in the learner's language", () => {
    const { session } = new Sitting(aDeck("a", "b"));
    expect(session.stage).toMatchObject({ kind: "asking", lang: "zh", card: { id: "a" }, since: MORNING.at });
    expect(session.queue.counts.new).toBe(2);
  });

  test("has nothing to ask of an empty deck", () => {
    expect(new Sitting(aDeck()).stage).toBe("idle");
  });

  test("goes from card to card until nothing is left", () => {
    const sitting = new Sitting(aDeck("a", "b"));
    expect(sitting.rate("easy").card).toBe("b");
    expect(sitting.rate("easy").stage).toBe("idle");
    expect(sitting.session.answers.map(({ event, before }) => [event.card, before])).toEqual([
      ["a", "new"],
      ["b", "new"],
    ]);
  });

  test("records what was answered: card, language, rating, time", () => {
    const sitting = new Sitting(aDeck("a"));
    sitting.do({ type: "revealed" }, seconds(4)).do({ type: "rated", rating: "good" }, seconds(7));
    expect(sitting.events.at(-1)).toMatchObject({
      type: "card-rated",
      card: "a",
      lang: "zh",
      rating: "good",
      ms: 7000,
      source: "review",
      day: MORNING.day,
      tz: MORNING.tz,
    });
  });

  test("counts at most two minutes for an answer, and no less than nothing", () => {
    const late = new Sitting(aDeck("a", "b"));
    late.rate("good", seconds(3600));
    expect(late.events.at(-1)).toMatchObject({ ms: 2 * MINUTE });
    const back = new Sitting(aDeck("a", "b"));
    back.rate("good", seconds(-60));
    expect(back.events.at(-1)).toMatchObject({ ms: 0 });
  });

  test("applies what the buttons showed, whatever was rated before and whatever the clock does", () => {
    const names = ["a", "b", "c"];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.nat(7000)), { maxLength: 20 }),
        (answers) => {
          const sitting = new Sitting(aDeck(...names));
          for (const [rating, minutes] of answers) {
            sitting.tick(later(minutes)).do({ type: "revealed" });
            const { stage } = sitting.session;
            const shown = stage.kind === "revealed" ? stage.outlook[rating] : null;
            const name = sitting.card;
            sitting.do({ type: "rated", rating });
            const applied = name === "" ? null : cardProgress(sitting.progress, card(name)).memory;
            expect(applied).toEqual(shown);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test("looks ahead anew when the day changes while an answer is shown", () => {
    const sitting = new Sitting(
      aDeck("a"),
      journal([rated("a", "easy")]),
      RULES,
      moment("2026-12-20T03:59+08:00"),
    );
    sitting.do({ type: "revealed" });
    const before = sitting.session.stage;
    expect(sitting.tick(moment("2026-12-20T03:59:30+08:00")).session.stage).toBe(before);
    sitting.tick(moment("2026-12-20T04:01+08:00"));
    const { stage } = sitting.session;
    expect(stage.kind === "revealed" && before.kind === "revealed" && stage.outlook.good).not.toEqual(
      before.kind === "revealed" && before.outlook.good,
    );
    const shown = stage.kind === "revealed" ? stage.outlook.good.due : null;
    sitting.do({ type: "rated", rating: "good" });
    expect(cardProgress(sitting.progress, card("a")).memory?.due).toEqual(shown);
  });

  test("lets the later answer count last though the clock was put back in between", () => {
    const sitting = new Sitting(aDeck("a")).rate("again", after(15)).rate("good", after(0));
    expect(sitting.events.map(({ at }) => at)).toEqual([after(15).at, after(15).at]);
    expect(cardProgress(sitting.progress, card("a")).memory).toMatchObject({ step: 1, reps: 2 });
  });

  test("tells when the clock stands before what has happened", () => {
    const past = journal([rated("a", "good", after(60))]);
    expect(new Sitting(aDeck("a"), past).session.clock).toBe("went-back");
    expect(new Sitting(aDeck("a"), past, RULES, after(61)).session.clock).toBe("steady");
    expect(new Sitting(aDeck("a"), past, RULES, after(61)).tick(after(5)).session.clock).toBe("went-back");
  });
});

describe("a rating", () => {
  test("before the reveal does nothing", () => {
    const sitting = new Sitting(aDeck("a"));
    const before = sitting.session;
    expect(wish(sitting, { type: "rated", rating: "good" })).toEqual([]);
    expect(sitting.session).toEqual(before);
  });

  test("that the learner doesn't use does nothing", () => {
    const sitting = new Sitting(aDeck("a"), [], { ...RULES, grades: 2 });
    sitting.do({ type: "revealed" });
    expect(wish(sitting, { type: "rated", rating: "easy" })).toEqual([]);
    expect(wish(sitting, { type: "rated", rating: "hard" })).toEqual([]);
    expect(sitting.do({ type: "rated", rating: "good" }).events).toHaveLength(1);
  });

  test("brings no other card before it is on the disk, and lets nothing else happen", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "revealed" });
    const effects = wish(sitting, { type: "rated", rating: "easy" });
    expect([sitting.stage, sitting.card, effects.length]).toEqual(["saving", "a", 1]);
    const impatient: readonly Wish[] = [
      { type: "rated", rating: "easy" },
      { type: "revealed" },
      { type: "undone" },
      { type: "buried" },
    ];
    expect(impatient.flatMap((each) => wish(sitting, each))).toEqual([]);
    expect([sitting.stage, sitting.card]).toEqual(["saving", "a"]);
    for (const effect of effects) sitting.report(sitting.perform(effect));
    expect([sitting.stage, sitting.card]).toEqual(["asking", "b"]);
  });

  test("that can't be saved leaves the card there, says why, and can be given again", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "revealed" });
    const failure = { code: "journal-write", data: { file: "d3f2.jsonl", reason: "ENOSPC" } } as const;
    wish(sitting, { type: "rated", rating: "easy" });
    sitting.report({ type: "record-failed", failure });
    expect(sitting.session).toMatchObject({
      failure,
      answers: [],
      stage: { kind: "revealed", card: { id: "a" } },
    });
    sitting.do({ type: "rated", rating: "easy" });
    expect([sitting.card, sitting.session.failure, sitting.events.length]).toEqual(["b", null, 1]);
  });
});

describe("a card rated again", () => {
  test("comes back when its step is over, before what is left", () => {
    const sitting = new Sitting(aDeck("a", "b", "c"));
    expect(sitting.rate("again").card).toBe("b");
    expect(sitting.rate("easy", after(1)).card).toBe("a");
  });

  test("comes ahead of its time when nothing else is left", () => {
    const sitting = new Sitting(aDeck("a", "b"));
    sitting.rate("again");
    expect(sitting.rate("easy").card).toBe("a");
  });

  test("is waited for when its time is too far off, and asked when it has come", () => {
    const rules = { ...RULES, limits: { ...RULES.limits, learnAhead: 0 } };
    const sitting = new Sitting(aDeck("a"), [], rules).rate("again");
    expect([sitting.stage, sitting.session.queue.nextInstant]).toEqual(["idle", MORNING.at + MINUTE]);
    expect(sitting.tick(seconds(59)).stage).toBe("idle");
    expect(sitting.tick(seconds(60)).card).toBe("a");
  });

  test("does not interrupt the card that is being asked", () => {
    const sitting = new Sitting(aDeck("a", "b", "c")).rate("again").do({ type: "revealed" });
    expect(sitting.tick(after(5)).card).toBe("b");
  });
});

describe("putting aside", () => {
  test.each([
    ["suspended", { standing: "suspended" }],
    ["buried", { buriedOn: MORNING.day }],
  ] as const)("%s goes on with the next card, before and after the reveal", (type, expected) => {
    const sitting = new Sitting(aDeck("a", "b"));
    expect(sitting.do({ type }).card).toBe("b");
    expect(sitting.do({ type: "revealed" }).do({ type }).stage).toBe("idle");
    expect(cardProgress(sitting.progress, card("a"))).toMatchObject(expected);
    expect(sitting.session.answers).toEqual([]);
  });

  test("flagged marks the card and leaves it as it is, and takes the mark away again", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "revealed" });
    sitting.do({ type: "flagged", reason: "错字" });
    expect([sitting.stage, sitting.card]).toEqual(["revealed", "a"]);
    expect(cardProgress(sitting.session.progress, card("a")).flag).toBe("错字");
    sitting.do({ type: "flagged", reason: "" });
    expect([sitting.stage, cardProgress(sitting.session.progress, card("a")).flag]).toEqual([
      "revealed",
      null,
    ]);
    sitting.do({ type: "undone" });
    expect([sitting.stage, cardProgress(sitting.session.progress, card("a")).flag]).toEqual([
      "revealed",
      "错字",
    ]);
  });
});

describe("writing a note on a card", () => {
  const noteOf = (sitting: Sitting): string | undefined =>
    cardProgress(sitting.session.progress, card("a")).note;

  test("leaves the card as it is, and is taken back by undo", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "revealed" });
    sitting.do({ type: "noted", note: "  mine " });
    expect([sitting.stage, sitting.card, noteOf(sitting)]).toEqual(["revealed", "a", "mine"]);
    sitting.do({ type: "noted", note: "" });
    expect([sitting.stage, noteOf(sitting)]).toEqual(["revealed", undefined]);
    expect([sitting.do({ type: "undone" }).stage, noteOf(sitting)]).toEqual(["revealed", "mine"]);
    expect([sitting.do({ type: "undone" }).stage, noteOf(sitting)]).toEqual(["revealed", undefined]);
  });

  test("records nothing that isn't new", () => {
    const sitting = new Sitting(aDeck("a")).do({ type: "noted", note: "mine" });
    sitting.do({ type: "noted", note: "mine" });
    expect(sitting.events).toHaveLength(1);
    expect(new Sitting(aDeck("a")).do({ type: "noted", note: " " }).events).toEqual([]);
  });
});

describe("being away", () => {
  test("doesn't count for the answer", () => {
    const sitting = new Sitting(aDeck("a"));
    sitting.report({ type: "was-away", ms: 60_000 }, after(1));
    sitting.rate("good", after(1.5));
    expect(sitting.events.at(-1)).toMatchObject({ type: "card-rated", ms: 30_000 });
  });
});

describe("flipping the language", () => {
  test("shows the other one, which is the one recorded", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "flipped-language" });
    expect(sitting.session.stage).toMatchObject({ kind: "asking", lang: "en" });
    sitting.rate("good");
    expect(sitting.events.at(-1)).toMatchObject({ lang: "en" });
    expect(sitting.session.stage).toMatchObject({ card: { id: "b" }, lang: "zh" });
  });

  test("does nothing for a card that has one language", () => {
    const deck = { ...aDeck(), cards: [aCard("a", ["en"])] };
    const sitting = new Sitting(deck);
    expect(sitting.session.stage).toMatchObject({ lang: "en" });
    expect(sitting.do({ type: "flipped-language" }).session.stage).toMatchObject({ lang: "en" });
  });

  test("keeps the answer in sight", () => {
    const sitting = new Sitting(aDeck("a")).do({ type: "revealed" }).do({ type: "flipped-language" });
    expect(sitting.session.stage).toMatchObject({ kind: "revealed", lang: "en" });
  });
});

describe("an attempt", () => {
  test("reveals the answer and suggests a rating, which the learner may pass over", () => {
    const sitting = new Sitting(aDeck("a")).do({ type: "chose", options: [0, 2], right: [0, 2] });
    expect(sitting.session.stage).toMatchObject({
      kind: "revealed",
      suggested: "good",
      attempt: { kind: "chosen", options: [0, 2], right: [0, 2] },
    });
    expect(sitting.do({ type: "rated", rating: "again" }).events.at(-1)).toMatchObject({ rating: "again" });
  });

  test("in writing does the same", () => {
    const sitting = new Sitting(aDeck("a")).do({ type: "typed", text: "反压", accepted: ["反压", "背压"] });
    expect(sitting.session.stage).toMatchObject({ kind: "revealed", suggested: "good" });
  });

  test("in writing is taken for a number where the card asks for one", () => {
    const deck = aDeck("a");
    const ask = (kind: CardKind) =>
      new Sitting({ ...deck, cards: deck.cards.map((card) => ({ ...card, kind })) }).do({
        type: "typed",
        text: "1.10",
        accepted: ["1.1"],
      }).session.stage;
    expect(ask("number")).toMatchObject({ suggested: "good" });
    expect(ask("typed")).toMatchObject({ suggested: "again" });
  });

  test("after the reveal comes too late", () => {
    const sitting = new Sitting(aDeck("a")).do({ type: "revealed" });
    sitting.do({ type: "chose", options: [0], right: [0] });
    expect(sitting.session.stage).toMatchObject({ attempt: null, suggested: null });
  });
});

describe("undo", () => {
  test("asks the card again that was rated, in the language it was asked in", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "flipped-language" }).rate("easy");
    sitting.do({ type: "undone" }, seconds(9));
    expect(sitting.session.stage).toMatchObject({
      kind: "asking",
      card: { id: "a" },
      lang: "en",
      since: seconds(9).at,
    });
    expect(sitting.session.answers).toEqual([]);
  });

  test("works when nothing is left, and redo does too", () => {
    const sitting = new Sitting(aDeck("a")).rate("easy");
    expect(sitting.stage).toBe("idle");
    expect(sitting.do({ type: "undone" }).card).toBe("a");
    expect(sitting.do({ type: "redone" }).stage).toBe("idle");
    expect(sitting.session.answers.map(({ before }) => before)).toEqual(["new"]);
  });

  test("reaches back before the sitting, whose answers these aren't", () => {
    const past = journal([rated("a", "easy", after(-60))]);
    const sitting = new Sitting(aDeck("a", "b"), past).do({ type: "undone" });
    expect(sitting.card).toBe("a");
    sitting.do({ type: "redone" });
    expect([sitting.card, sitting.session.answers]).toEqual(["b", []]);
  });

  test("asks a card again that was suspended or buried", () => {
    const sitting = new Sitting(aDeck("a", "b")).do({ type: "suspended" }).do({ type: "buried" });
    expect(sitting.do({ type: "undone" }).card).toBe("b");
    expect(sitting.do({ type: "undone" }).card).toBe("a");
    expect(sitting.progress.cards).toEqual({});
  });

  test("says when there is nothing to undo", () => {
    const sitting = new Sitting(aDeck("a")).do({ type: "undone" });
    expect(sitting.session.failure?.code).toBe("nothing-to-undo");
    expect([sitting.stage, sitting.card]).toEqual(["asking", "a"]);
  });

  test("goes on with the queue when the notes no longer have the card", () => {
    const sitting = new Sitting(aDeck("b"), journal([rated("gone", "easy", after(-9))]));
    sitting.do({ type: "undone" });
    expect([sitting.stage, sitting.card]).toEqual(["asking", "b"]);
  });

  test("n times takes n actions back, cards that came again in between included", () => {
    const wishes = fc.oneof(
      fc.constantFrom(...RATINGS, "again" as const).map((rating) => ["rate", rating] as const),
      fc.constantFrom("suspended" as const, "buried" as const).map((type) => ["wish", type] as const),
    );
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 15, size: "max" }), (pressed) => {
        const sitting = new Sitting(aDeck("a", "b.c1", "b.c2", "c", "d"));
        const first = { card: sitting.card, progress: withoutHead(sitting.progress) };
        for (const [kind, what] of pressed) {
          const now = { ...sitting.session.moment, at: instantOf(sitting.session.moment.at + MINUTE) };
          if (kind === "rate") sitting.rate(what, now);
          else sitting.do({ type: what }, now);
        }
        const end = { card: sitting.card, progress: withoutHead(sitting.progress) };
        const done = sitting.events.length;
        const answers = sitting.session.answers.length;
        for (let count = 0; count < done; count += 1) sitting.do({ type: "undone" });
        expect({ card: sitting.card, progress: withoutHead(sitting.progress) }).toEqual(first);
        expect(sitting.session.answers).toEqual([]);
        for (let count = 0; count < done; count += 1) sitting.do({ type: "redone" });
        expect({ card: sitting.card, progress: withoutHead(sitting.progress) }).toEqual(end);
        expect(sitting.session.answers).toHaveLength(answers);
      }),
    );
  });
});

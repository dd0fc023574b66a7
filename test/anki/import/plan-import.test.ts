import { readdirSync, readFileSync } from "node:fs";

import { beforeEach, describe, expect, test } from "vitest";

import { ledgerIn } from "../../../src/anki/export/ledger.ts";
import { keysByGuid } from "../../../src/anki/import/card-owner.ts";
import { knownHistory } from "../../../src/anki/import/known-history.ts";
import type {
  PackageCard,
  PackageContents,
  PackageEvent,
  PackageReview,
} from "../../../src/anki/import/package-contents.ts";
import type { ImportPlan } from "../../../src/anki/import/plan-import.ts";
import { planImport } from "../../../src/anki/import/plan-import.ts";
import { readPackage } from "../../../src/anki/import/read-package.ts";
import { foreignKey, guidOf } from "../../../src/anki/notes/guid.ts";
import { FIELDS, noteTypeId } from "../../../src/anki/notes/note-types.ts";
import { writePackage } from "../../../src/anki/package/write-package.ts";
import { DAY, HOUR, instantOf, MINUTE, momentAt } from "../../../src/base/day.ts";
import type { CardId } from "../../../src/card/card.ts";
import type { EventDraft, HistoryEvent } from "../../../src/history/event.ts";
import { replay } from "../../../src/history/replay.ts";
import { bytesSource } from "../byte-source.ts";
import { sampleDiary, sampleExport } from "../sample-export.ts";
import { Diary, ROLLOVER, SHANGHAI } from "../sample-history.ts";

const NOW = instantOf(Date.parse("2026-12-01T12:00:00Z"));
const MONDAY = NOW - 4 * DAY;

let diary: Diary;

beforeEach(() => {
  diary = new Diary();
});

function plan(
  contents: PackageContents,
  events: readonly HistoryEvent[] = diary.events,
  keys: readonly string[] = [],
): ImportPlan {
  return planImport(contents, {
    known: knownHistory(events),
    progress: replay(events),
    momentAt: (at) => momentAt(at, SHANGHAI, ROLLOVER),
    now: NOW,
    langOf: () => "zh",
    keys: keysByGuid(ledgerIn(events), keys),
    hasNote: () => false,
    onProgress: () => undefined,
  });
}

/** Takes over what a plan brings, as the command does. */
function take({ drafts }: ImportPlan): void {
  for (const { at, tz: _, day: __, ...body } of drafts) diary.note(at, body);
}

function fixture(name: string): PackageContents {
  const reading = readPackage(bytesSource(readFileSync(new URL(`../fixtures/${name}`, import.meta.url))));
  if (reading.kind === "refused") throw new Error(reading.fault);
  return reading.contents;
}

/** A card of a note of ours, in the package of somebody who has it in Anki. */
function ourCard(change: Partial<PackageCard> = {}): PackageCard {
  const fields = FIELDS.question.map((name) => (name === "Key" ? "one" : "text"));
  const noteType = {
    id: noteTypeId("question"),
    name: "renamed there",
    kind: "normal",
    fields: [],
    templates: [],
  } as const;
  const note = { guid: guidOf("one"), noteType, fields, tags: [], modified: 0 };
  return {
    id: 1,
    note,
    ord: 0,
    deck: "d",
    preset: 0,
    modified: MONDAY / 1000,
    state: "review",
    standing: "active",
    flag: 0,
    ...change,
  };
}

function rated(card: PackageCard, at: number, rating: 1 | 2 | 3 | 4): PackageReview {
  return happened(card, at, { kind: "rated", rating });
}

function happened(card: PackageCard, at: number, event: PackageEvent): PackageReview {
  return { card, at, milliseconds: 4000, event };
}

function contents(card: PackageCard, ...reviews: readonly PackageReview[]): PackageContents {
  return { notes: [card.note], cards: [card], reviews, presets: [] };
}

function inWords(drafts: readonly EventDraft[]): readonly string[] {
  return drafts.map((draft) =>
    "rating" in draft ? `${draft.card} ${draft.rating} ${draft.source}` : draft.type,
  );
}

describe("the import of what came from here", () => {
  test("brings back the answers given there, each once", () => {
    const card = ourCard();
    const brought = plan(contents(card, rated(card, MONDAY, 3), rated(card, MONDAY + DAY, 1)));
    expect(inWords(brought.drafts)).toEqual(["one good import", "one again import"]);
    expect(brought.drafts[0]).toMatchObject({ at: MONDAY, day: "2026-11-27", tz: 480, ms: 4000 });
    expect(brought.decks.size).toBe(0);
    take(brought);
    expect(plan(contents(card, rated(card, MONDAY, 3), rated(card, MONDAY + DAY, 1))).drafts).toEqual([]);
  });

  test("knows its own answers again, also those that had to make way for another", () => {
    diary.rate(MONDAY, "two", 3);
    diary.rate(MONDAY, "one", 3);
    const card = ourCard();
    expect(plan(contents(card, rated(card, MONDAY + 1, 3))).newReviews).toBe(0);
    expect(plan(contents(card, rated(card, MONDAY + 1, 1))).newReviews).toBe(1);
    expect(plan(contents(card, rated(card, MONDAY + 60_000, 3))).newReviews).toBe(1);
  });

  test("doesn't bring back what was undone here", () => {
    const answer = diary.rate(MONDAY, "one", 3);
    diary.note(MONDAY + 1000, { type: "retracted", event: answer.id });
    const card = ourCard();
    expect(plan(contents(card, rated(card, MONDAY, 3))).newReviews).toBe(0);
  });

  test("knows a note by its guid, whatever became of it there or here", () => {
    const moved = ourCard({
      note: { ...ourCard().note, noteType: { ...ourCard().note.noteType, id: 5 }, fields: ["a", "b"] },
    });
    expect(plan(contents(moved, rated(moved, MONDAY, 3)), [], ["one"]).drafts[0]).toMatchObject({
      card: "one",
    });
    const exported = { note: "one", guid: guidOf("one"), noteType: "question", hash: "", id: 1, cards: {} };
    diary.note(MONDAY, { type: "notes-exported", notes: [exported], noteTypes: {} });
    diary.note(MONDAY + 1, { type: "card-renamed", card: "one" as CardId, to: "renamed" as CardId });
    expect(plan(contents(moved, rated(moved, MONDAY, 3))).drafts[0]).toMatchObject({ card: "renamed" });
  });

  test("counts what was before a reset, and has it change nothing", () => {
    const card = ourCard();
    const log = [
      rated(card, MONDAY, 3),
      happened(card, MONDAY + 1, { kind: "reset" }),
      rated(card, MONDAY + DAY, 1),
    ];
    const { drafts, skipped } = plan(contents(card, ...log));
    expect(inWords(drafts)).toEqual(["one good cram", "one again import"]);
    expect([...skipped]).toEqual([["reset", 1]]);
  });

  test("leaves behind what it can't use, and says so", () => {
    const card = ourCard();
    const log = [
      happened(card, MONDAY, { kind: "practised" }),
      happened(card, MONDAY + 1, { kind: "rescheduled" }),
      rated(card, NOW + 1, 3),
    ];
    const { drafts, skipped } = plan(contents(card, ...log));
    expect(drafts).toEqual([]);
    expect([...skipped]).toEqual([
      ["practised", 1],
      ["rescheduled", 1],
      ["future", 1],
    ]);
    const stateOnly = ourCard();
    expect([...plan(contents(stateOnly)).skipped]).toEqual([["no-answers", 1]]);
  });

  test("suspends and flags what is so there, unless somebody here has decided since", () => {
    const card = ourCard({ standing: "suspended", flag: 3, state: "new" });
    expect(inWords(plan(contents(card)).drafts)).toEqual(["card-suspended", "card-flagged"]);
    diary.note(MONDAY + HOUR, { type: "card-unsuspended", card: "one" as CardId });
    diary.note(MONDAY + HOUR, { type: "card-unflagged", card: "one" as CardId });
    expect(plan(contents(card)).drafts).toEqual([]);
  });

  test("buries what was buried there today, and only that", () => {
    const on = (at: number): PackageContents =>
      contents(ourCard({ standing: "buried", state: "new", modified: at / 1000 }));
    expect(inWords(plan(on(NOW - DAY)).drafts)).toEqual([]);
    expect(plan(on(NOW - HOUR)).drafts).toMatchObject([{ type: "card-buried", day: "2026-12-01" }]);
    diary.note(NOW - MINUTE, { type: "card-buried", card: "one" as CardId });
    expect(plan(on(NOW - HOUR)).drafts).toEqual([]);
    diary.note(NOW - MINUTE + 1, { type: "card-unburied", card: "one" as CardId });
    expect(plan(on(NOW - HOUR)).drafts).toEqual([]);
  });

  test("of our own export buries what was buried today, however long ago it first went out", () => {
    const buried = sampleDiary(NOW);
    const card = Object.keys(replay(buried.events).cards).at(-1) ?? "";
    const first = sampleExport({ events: buried.events, at: instantOf(NOW - 3 * DAY) });
    if (first.record !== null) buried.note(NOW - 3 * DAY, first.record);
    buried.note(NOW - HOUR, { type: "card-buried", card: card as CardId });
    const { collection } = sampleExport({ events: buried.events, at: NOW });
    const reading = readPackage(bytesSource(writePackage(collection, "legacy")));
    if (reading.kind === "refused") throw new Error(reading.fault);
    take(plan(reading.contents, []));
    const today = momentAt(NOW, SHANGHAI, ROLLOVER).day;
    const buriedIn = (events: readonly HistoryEvent[]): readonly string[] =>
      Object.entries(replay(events).cards).flatMap(([id, own]) => (own.buriedOn === today ? [id] : []));
    expect(buriedIn(diary.events)).toEqual(buriedIn(buried.events));
    expect(buriedIn(diary.events)).toContain(card);
  });

  test("of our own export brings nothing that isn't here", () => {
    const own = sampleDiary(NOW);
    const sent = sampleExport({ events: own.events, at: NOW });
    for (const format of ["legacy", "latest"] as const) {
      const reading = readPackage(bytesSource(writePackage(sent.collection, format)));
      if (reading.kind === "refused") throw new Error(reading.fault);
      expect(plan(reading.contents, own.events).drafts).toEqual([]);
      expect(plan(reading.contents, []).newReviews).toBe(sent.report.reviews - 1);
    }
  });

  test("of our own export into an empty journal makes the same memories", () => {
    const own = sampleDiary(NOW);
    const sent = sampleExport({ events: own.events, at: NOW });
    const reading = readPackage(bytesSource(writePackage(sent.collection, "legacy")));
    if (reading.kind === "refused") throw new Error(reading.fault);
    take(plan(reading.contents, []));
    const [before, after] = [replay(own.events).cards, replay(diary.events).cards];
    const memories = (cards: typeof before): unknown =>
      Object.fromEntries(
        Object.entries(cards).map(([id, { memory }]) => [
          id,
          memory === null ? null : [memory.stability, memory.reps],
        ]),
      );
    expect(memories(after)).toEqual(memories(before));
  });
});

/** How many reviews of a package became of each kind. */
const OF_REVIEWS = ["known", "practised", "rescheduled", "reset", "future", "of-no-words"] as const;

describe("the import of somebody else's collection", () => {
  test.each(readdirSync(new URL("../fixtures/", import.meta.url)).filter((name) => name.endsWith("pkg")))(
    "accounts for every review and every note of %s",
    (name) => {
      for (const time of ["first", "second"]) {
        if (time === "second") take(plan(fixture(name)));
        const { notes, newNotes, knownNotes, reviews, newReviews, skipped, decks } = plan(fixture(name));
        const left = OF_REVIEWS.map((reason) => skipped.get(reason) ?? 0);
        expect(left.reduce((sum, count) => sum + count, newReviews)).toBe(reviews);
        expect(notes - newNotes - knownNotes > 0).toBe(skipped.has("no-words"));
        expect([...decks.values()].flat().length).toBeGreaterThanOrEqual(newNotes);
      }
    },
  );

  test("accounts for a card without words, and for its reviews", () => {
    const { note } = ourCard();
    const noteType = { ...note.noteType, id: 5, fields: ["A", "B"] };
    const card = ourCard({ note: { ...note, guid: "theirs", noteType, fields: ["", ""] } });
    const { skipped, newNotes, newReviews } = plan(
      contents(card, rated(card, MONDAY, 3), rated(card, MONDAY + DAY, 3)),
    );
    expect([newNotes, newReviews]).toEqual([0, 0]);
    expect(Object.fromEntries(skipped)).toEqual({ "no-words": 1, "of-no-words": 2 });
  });

  test("makes notes of their notes, by deck, and takes their history over", () => {
    const brought = plan(fixture("anki26.09-latest.apkg"));
    expect([brought.notes, brought.cards, brought.reviews, brought.newReviews]).toEqual([13, 18, 57, 53]);
    expect([...brought.decks].map(([name, notes]) => [name, notes.length])).toEqual([
      ["样例 Sample::01 基础", 9],
      ["样例 Sample::02 State::Checkpoint", 3],
      ["样例 Sample", 4],
    ]);
  });

  test("is done once: the same cards are known again, in whatever layout they come", () => {
    take(plan(fixture("anki26.09-latest.apkg")));
    const keys = fixture("anki26.09-latest.apkg").notes.map(({ guid }) => foreignKey(guid));
    for (const name of ["anki26.09-latest.apkg", "anki26.09-legacy2.apkg", "anki26.09-collection.colpkg"]) {
      expect(plan(fixture(name), diary.events, keys).drafts).toEqual([]);
    }
  });

  test("reads the three ratings of the first scheduler as what they meant", () => {
    const ratings = plan(fixture("anki2.1.44-v1.apkg")).drafts.flatMap((draft) =>
      "rating" in draft ? [draft.rating] : [],
    );
    expect(ratings).toHaveLength(40);
    expect(new Set(ratings)).toEqual(new Set(["again", "hard", "good"]));
  });

  test("lands near the memory that Anki has of the same answers", () => {
    take(plan(fixture("anki26.09-latest.apkg")));
    const { cards } = replay(diary.events);
    const card = cards[foreignKey("xu$xdz)bZ]") as CardId];
    expect(card?.memory?.stability).toBeCloseTo(10.9711, 1);
  });

  test("offers the weights that most of its cards follow", () => {
    const { weights } = plan(fixture("anki26.09-latest.apkg"));
    expect(weights).toHaveLength(21);
    expect(weights?.[0]).toBe(0.212);
    expect(plan(fixture("anki2.1.44-v1.apkg")).weights).toBeNull();
  });
});

describe("two answers there in one minute", () => {
  test("are two", () => {
    const card = ourCard();
    const log = [rated(card, MONDAY, 1), rated(card, MONDAY + MINUTE / 2, 1)];
    expect(plan(contents(card, ...log)).newReviews).toBe(2);
  });
});

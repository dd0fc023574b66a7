import { beforeEach, describe, expect, test } from "vitest";

import type { AnkiExport } from "../../../src/anki/export/export-anki.ts";
import { exportAnki } from "../../../src/anki/export/export-anki.ts";
import { guidOf } from "../../../src/anki/notes/guid.ts";
import { noteTypeId } from "../../../src/anki/notes/note-types.ts";
import { writePackage } from "../../../src/anki/package/write-package.ts";
import type { Instant } from "../../../src/base/day.ts";
import { DAY, instantOf } from "../../../src/base/day.ts";
import type { CardId } from "../../../src/card/card.ts";
import type { Source } from "../../../src/card/deck.ts";
import { AnkiModel } from "../anki-model.ts";
import type { SampleWishes } from "../sample-export.ts";
import { sampleDiary, sampleExport, sampleRequest } from "../sample-export.ts";
import { Diary } from "../sample-history.ts";
import { sampleSources } from "../sample-notes.ts";

const MONDAY = instantOf(Date.parse("2026-11-16T12:00:00Z"));

function later(days: number): Instant {
  return instantOf(MONDAY + days * DAY);
}

let diary: Diary;
let anki: AnkiModel;

beforeEach(() => {
  diary = sampleDiary(MONDAY);
  anki = new AnkiModel();
});

/** Exports as the command does: what went out is remembered. */
function send(at: Instant, wishes: Partial<SampleWishes> = {}): AnkiExport {
  const sent = sampleExport({ events: diary.events, at, ...wishes });
  if (sent.record !== null) diary.note(at, sent.record);
  return sent;
}

function notes(...texts: readonly string[]): readonly Source[] {
  return [
    {
      path: "own/notes.en.md",
      role: "notes",
      text: `---\nlang: en\n---\n\n# Own\n\n${texts.join("\n\n")}\n`,
    },
  ];
}

const ONE = "<!-- card: one -->\n## What is one?\n\nFirst.";
const TWO = "<!-- card: two -->\n## What is two?\n\nSecond.";

describe("a first export", () => {
  test("brings every note, card and review", () => {
    const { collection, report } = send(MONDAY);
    expect(anki.import(collection).added).toHaveLength(report.notes);
    expect([anki.cards.size, anki.reviews.size]).toEqual([report.cards, report.reviews]);
    expect(report).toMatchObject({ added: report.notes, changed: 0, unchanged: 0 });
  });

  test("has no two things of one id, and none from the future", () => {
    const { collection } = send(MONDAY);
    for (const rows of [collection.notes, collection.cards, collection.reviews]) {
      const ids = rows.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(Math.max(...ids)).toBeLessThanOrEqual(MONDAY);
    }
  });

  test("takes along what the selection fits, and no decks beyond", () => {
    const { collection } = send(MONDAY, {
      selection: { decks: "usual", chapters: ["2"], tags: [], levels: [] },
    });
    expect(collection.decks.map(({ name }) => name)).toEqual(["sluice", "sluice::02 状态"]);
    expect(collection.notes.map(({ guid }) => guid)).toContain(guidOf("keyed-state"));
    expect(collection.notes.map(({ guid }) => guid)).not.toContain(guidOf("watermark"));
  });

  test("without history has only new cards", () => {
    const { collection, report } = send(MONDAY, { history: "without" });
    expect(report.reviews).toBe(0);
    expect(new Set(collection.cards.map(({ type, queue, data }) => `${type} ${queue} ${data}`))).toEqual(
      new Set(["0 0 {}"]),
    );
  });

  test("puts new cards in the order of the notes, whatever is selected", () => {
    const whole = send(MONDAY).collection;
    const part = sampleExport({
      events: [],
      at: MONDAY,
      selection: { decks: "usual", chapters: ["2"], tags: [], levels: [] },
    }).collection;
    const position = (
      { collection: { notes: rows, cards } }: Pick<AnkiExport, "collection">,
      key: string,
    ): unknown => cards.find(({ note }) => note === rows.find(({ guid }) => guid === guidOf(key))?.id)?.due;
    expect(position({ collection: part }, "goes-away")).toBe(position({ collection: whole }, "goes-away"));
  });

  test("has an exercise as a question, tagged as something to mend", () => {
    const { deck, textOf, ...request } = sampleRequest({ sources: notes(ONE), events: [], at: MONDAY });
    const cards = deck.cards.map((card) => ({ ...card, kind: "exercise" as const }));
    const { collection } = exportAnki({
      ...request,
      deck: { ...deck, cards },
      textOf: (ref) => {
        const text = textOf(ref);
        return text !== null && "answer" in text ? { ...text, kind: "exercise" } : text;
      },
    });
    expect(collection.notes).toMatchObject([
      { noteType: noteTypeId("question"), tags: ["类型::修复"], fields: expect.arrayContaining(["First."]) },
    ]);
  });
});

describe("an export of what hasn't changed", () => {
  test("is the same bytes, days later", () => {
    send(MONDAY);
    const one = writePackage(send(later(1)).collection, "legacy");
    const other = writePackage(send(later(5)).collection, "legacy");
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test("says so, and remembers nothing", () => {
    send(MONDAY);
    const again = sampleExport({ events: diary.events, at: later(1) });
    expect(again.record).toBeNull();
    expect(again.report).toMatchObject({ added: 0, changed: 0, unchanged: again.report.notes });
  });

  test("changes nothing in Anki, not even what was edited there", () => {
    anki.import(send(MONDAY).collection);
    anki.edit(guidOf("watermark"), 2, "edited in Anki", MONDAY / 1000 + 60);
    const log = anki.import(send(later(1)).collection);
    expect([log.added, log.updated, log.conflicting]).toEqual([[], [], []]);
    expect(anki.notes.get(guidOf("watermark"))?.fields[2]).toBe("edited in Anki");
  });

  test("changes nothing either after more answers here: scheduling there is Anki's", () => {
    anki.import(send(MONDAY).collection);
    const before = structuredClone([...anki.cards]);
    diary.rate(later(1), "watermark", 1);
    expect(anki.import(send(later(2)).collection).updated).toEqual([]);
    expect([...anki.cards]).toEqual(before);
  });
});

describe("an export after changes", () => {
  test("updates the changed notes, adds the new, and doubles none", () => {
    anki.import(send(MONDAY).collection);
    const { report, collection } = send(later(2), { sources: sampleSources("later") });
    const log = anki.import(collection);
    expect(log.updated.toSorted()).toEqual(
      ["code-java", "keyed-state", "cloze-grows"].map(guidOf).toSorted(),
    );
    expect(log.added).toEqual([guidOf("brand-new")]);
    expect(report).toMatchObject({ added: 1, changed: 3, gone: ["goes-away"] });
    expect(anki.cards.has(`${guidOf("cloze-grows")} 1`)).toBe(true);
  });

  test("updates the look of cards with the front, and no note", () => {
    anki.import(send(MONDAY).collection);
    const log = anki.import(send(later(1), { front: "en" }).collection);
    expect(log.updated).toEqual([]);
    const look = (): string | undefined => anki.noteTypes.get(noteTypeId("question"))?.templates[0]?.question;
    expect(look()).toContain("{{^QuestionEn}}");
    anki.import(send(later(2), { front: "zh" }).collection);
    expect(look()).not.toContain("{{^QuestionEn}}");
  });

  test("arrives although the clock was put back", () => {
    anki.import(send(MONDAY, { sources: notes(ONE) }).collection);
    const changed = send(later(-3), { sources: notes(ONE.replace("First", "The first")) });
    expect(anki.import(changed.collection).updated).toEqual([guidOf("one")]);
  });

  test("brings back what a note said before, as something newer", () => {
    anki.import(send(MONDAY, { sources: notes(ONE) }).collection);
    anki.import(send(later(1), { sources: notes(ONE.replace("First", "The first")) }).collection);
    expect(anki.import(send(later(2), { sources: notes(ONE) }).collection).updated).toEqual([guidOf("one")]);
  });

  test("takes nothing for gone that other decks may hold", () => {
    send(MONDAY, { sources: notes(ONE) });
    const part = { decks: "named", chapters: [], tags: [], levels: [] } as const;
    expect(send(later(1), { sources: notes(TWO), selection: part }).report.gone).toEqual([]);
    expect(send(later(2), { sources: notes(TWO) }).report.gone).toEqual(["one"]);
  });

  test("keeps ids, whatever joins and whatever goes", () => {
    const first = send(MONDAY, { sources: notes(TWO) }).collection;
    const second = send(later(1), { sources: notes(ONE, TWO) }).collection;
    const idOf = ({ notes: rows }: typeof first): unknown =>
      rows.find(({ guid }) => guid === guidOf("two"))?.id;
    expect(idOf(second)).toBe(idOf(first));
    expect(new Set(second.cards.map(({ id }) => id)).size).toBe(2);
  });

  test("tells which notes are of another kind now, for Anki keeps the old ones", () => {
    anki.import(send(MONDAY, { sources: notes(ONE) }).collection);
    const choice = send(later(1), {
      sources: notes("<!-- card: one -->\n## What is one?\n\n- [x] a\n- [ ] b"),
    });
    expect(choice.report.retyped).toEqual(["one"]);
    expect(anki.import(choice.collection).conflicting).toEqual([guidOf("one")]);
  });

  test("tells which notes have fewer cards now", () => {
    send(MONDAY, { sources: notes("<!-- card: one kind=cloze -->\n==a== and ==b==") });
    const fewer = send(later(1), { sources: notes("<!-- card: one kind=cloze -->\n==a== and b") });
    expect(fewer.report.emptied).toEqual(["one"]);
  });

  test("changes the note whose picture has changed", () => {
    const sources = notes("<!-- card: one -->\n## What is one?\n\n![x](a.png)");
    const picture = (byte: number) => () => Uint8Array.from([...Buffer.from("GIF89a"), byte]);
    send(MONDAY, { sources, pictures: picture(1) });
    expect(send(later(1), { sources, pictures: picture(2) }).report).toMatchObject({ changed: 1 });
  });
});

describe("a note that is called otherwise since", () => {
  const renamed = ONE.replace("card: one", "card: renamed");

  test("is the same to Anki", () => {
    anki.import(send(MONDAY, { sources: notes(ONE) }).collection);
    diary.note(later(1), { type: "card-renamed", card: "one" as CardId, to: "renamed" as CardId });
    const { collection, report } = send(later(1), { sources: notes(renamed) });
    expect(collection.notes.map(({ guid }) => guid)).toEqual([guidOf("one")]);
    expect(anki.import(collection).added).toEqual([]);
    expect(report.gone).toEqual([]);
  });

  test("leaves its name to another, which gets a guid of its own", () => {
    send(MONDAY, { sources: notes(ONE) });
    diary.note(later(1), { type: "card-renamed", card: "one" as CardId, to: "renamed" as CardId });
    const { collection } = send(later(1), { sources: notes(renamed, ONE.replace("First", "Another")) });
    expect(new Set(collection.notes.map(({ guid }) => guid)).size).toBe(2);
  });
});

describe("the exports of two devices", () => {
  test("agree once their journals have met", () => {
    const mine = send(MONDAY, { sources: notes(ONE, TWO) });
    const other = new Diary();
    const theirs = sampleExport({ events: [], at: instantOf(MONDAY + 1), sources: notes(ONE, TWO) });
    if (theirs.record !== null) other.note(MONDAY + 1, theirs.record);
    const events = [
      ...diary.events,
      ...other.events.map((event) => ({ ...event, id: `0ther${event.id.slice(5)}` as typeof event.id })),
    ];
    const together = sampleExport({ events, at: later(1), sources: notes(ONE, TWO) });
    expect(together.report).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(together.collection.notes).toEqual(mine.collection.notes);
  });
});

describe("notes that came from Anki", () => {
  test("go back under their own guids, and their second cards, which are notes only here, stay", () => {
    const basic = "<!-- card: anki-nuvwi33bhvivit2p kind=basic -->\n## barrier\n\n> a marker";
    const reverse = "<!-- card: anki-nuvwi33bhvivit2p-2 kind=basic -->\n## a marker\n\n> barrier";
    const { collection } = send(MONDAY, { sources: notes(basic, reverse) });
    expect(collection.notes.map(({ guid }) => guid)).toEqual(["m+doa=QTOO"]);
  });
});

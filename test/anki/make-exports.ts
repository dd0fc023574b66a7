// Writes what verify.py takes to the real Anki: node test/anki/make-exports.ts DIR
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { AnkiExport } from "../../src/anki/export/export-anki.ts";
import { textFile } from "../../src/anki/export/text-file.ts";
import { foreignNote } from "../../src/anki/import/foreign-note.ts";
import { readPackage } from "../../src/anki/import/read-package.ts";
import { FIELDS, NOTE_TYPE_NAMES, noteTypeIn } from "../../src/anki/notes/note-types.ts";
import type { PackageFormat } from "../../src/anki/package/write-package.ts";
import { writePackage } from "../../src/anki/package/write-package.ts";
import { DAY, daysBetween, instantOf, MINUTE } from "../../src/base/day.ts";
import type { Source } from "../../src/card/deck.ts";
import type { HistoryEvent } from "../../src/history/event.ts";
import { cardProgress } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { bytesSource } from "./byte-source.ts";
import { HOSTILE_TEXTS, hostileSources } from "./hostile-notes.ts";
import { sampleDiary, sampleExport, sampleRequest } from "./sample-export.ts";
import { sampleSources } from "./sample-notes.ts";

const folder = process.argv[2] ?? "anki-exports";
mkdirSync(folder, { recursive: true });

const now = instantOf(Date.now());
const begin = instantOf(now - 2 * DAY);
const diary = sampleDiary(begin);
const events = [...diary.events];
const first = sampleExport({ events, at: begin });
save("first.apkg", first);
save("first-latest.apkg", first, "latest");
if (first.record === null) throw new Error("the first export records nothing");
diary.note(begin, first.record);

save("again.apkg", sampleExport({ events: diary.events, at: instantOf(now - DAY) }));
save("both.apkg", sampleExport({ events, at: begin, front: "both" }));
save("en.apkg", sampleExport({ events, at: begin, front: "en", lang: "en" }));
save("returned.apkg", returnedExport());
const later = { events: diary.events, at: now, sources: sampleSources("later") };
save("later.apkg", sampleExport({ ...later, front: "en", lang: "en" }));
writeFileSync(join(folder, "notes.txt"), textFile(sampleRequest({ events: diary.events, at: now })).text);
const hostile = sampleExport({ events: [], at: now, sources: hostileSources() });
save("hostile.apkg", hostile);
save("big.apkg", bigExport());
writeFileSync(join(folder, "expect.json"), JSON.stringify(expectations(first, events), null, 1));
writeFileSync(join(folder, "journal.jsonl"), events.map((event) => `${JSON.stringify(event)}\n`).join(""));

function save(name: string, { collection }: AnkiExport, format: PackageFormat = "legacy"): void {
  writeFileSync(join(folder, name), writePackage(collection, format));
}

function bigExport(): AnkiExport {
  const notes = Array.from(
    { length: 10_000 },
    (_, index) => `## What is item ${index}?\n\nText **${index}** of \`many\`.\n`,
  );
  const source: Source = {
    path: "big/notes.en.md",
    role: "notes",
    text: `---\nlang: en\n---\n\n# Many\n\n${notes.join("\n")}`,
  };
  return sampleExport({ events: [], at: now, sources: [source] });
}

/** The notes that an import makes of somebody else's package, sent back. */
function returnedExport(): AnkiExport {
  const home = new URL("fixtures/anki26.09-legacy2.apkg", import.meta.url);
  const reading = readPackage(bytesSource(readFileSync(home)));
  if (reading.kind === "refused") throw new Error(reading.fault);
  const texts = new Map(
    reading.contents.cards.flatMap((card) => {
      const note = foreignNote(card);
      return note === null ? [] : [[note.key, note.markdown]];
    }),
  );
  const text = [...texts.values()].join("\n\n");
  return sampleExport({ events: [], at: now, sources: [{ path: "home/notes.md", role: "notes", text }] });
}

/** What must have arrived in Anki, told without the code that sends it where that is possible. */
function expectations({ collection, news }: AnkiExport, past: readonly HistoryEvent[]): unknown {
  const progress = replay(past);
  const guids = new Map(news.map(({ key, guid }) => [key, guid]));
  const rows = new Map(collection.cards.map((card) => [card.id, card]));
  const cards = news.flatMap((note) =>
    note.cards.map((card) => ({ card, guid: note.guid, id: note.ids.cards[card.sibling] ?? 0 })),
  );
  const lastGraded = Map.groupBy(
    collection.reviews.filter(({ factor }) => factor > 0),
    ({ card }) => card,
  );
  return {
    timeZone: "Asia/Shanghai",
    counts: {
      notes: collection.notes.length,
      cards: collection.cards.length,
      reviews: collection.reviews.length,
    },
    notes: news.map(({ guid, noteType, fields, tags }) => ({
      guid,
      noteType: noteTypeIn(noteType, "zh").name,
      fields: Object.fromEntries(FIELDS[noteType].map((name, index) => [name, fields[index]])),
      tags,
    })),
    cards: cards.map(({ card, guid, id }) => {
      const own = cardProgress(progress, card.id);
      const memory = own.memory;
      return {
        guid,
        ord: rows.get(id)?.ord,
        deck: { 1: "sluice::01 时间", 2: "sluice::02 状态" }[card.chapter] ?? "sluice",
        suspended: own.standing === "suspended",
        state: memory?.phase ?? "new",
        ...(memory === null
          ? {}
          : {
              due: memory.due.kind === "day" ? memory.due.day : Math.floor(memory.due.at / 1000),
              reps: memory.reps,
              lapses: memory.lapses,
              stability: memory.stability,
              difficulty: memory.difficulty,
              desiredRetention: 0.9,
              lastReview: lastGraded.get(id)?.at(-1)?.id,
              ...(memory.due.kind === "day"
                ? { intervalDays: daysBetween(memory.last.day, memory.due.day) }
                : {}),
            }),
      };
    }),
    reviews: past.flatMap((event) => {
      if (event.type !== "card-rated" || event.source === "cram" || event.card === "plain-02") return [];
      const note = cards.find(({ card }) => card.id === event.card);
      if (note === undefined) return [];
      const { guid, id } = note;
      return [
        {
          guid,
          ord: rows.get(id)?.ord,
          at: event.at,
          rating: RATINGS.indexOf(event.rating) + 1,
          milliseconds: Math.min(event.ms, 60_000),
        },
      ];
    }),
    preset: {
      name: "sluice",
      parameters: DEFAULT_PARAMETERS.weights,
      desiredRetention: 0.9,
      learningSteps: DEFAULT_PARAMETERS.learningSteps.map((step) => step / MINUTE),
      relearningSteps: DEFAULT_PARAMETERS.relearningSteps.map((step) => step / MINUTE),
    },
    noteTypes: NOTE_TYPE_NAMES.map((name) => noteTypeIn(name, "zh")).map(({ id, name, fields }) => ({
      id,
      name,
      fields: fields.map((field) => field.name),
    })),
    decks: ["sluice", "sluice::01 时间", "sluice::02 状态"],
    media: collection.media.map(({ name }) => name),
    visible: visibleTexts(guids),
    hostile: hostileTexts(),
    fronts: { "en.apkg": shownInEnglish(guids), "both.apkg": shownInBoth(guids) },
  };
}

function shownInEnglish(guids: ReadonlyMap<string, string>): unknown {
  const at = (
    key: string,
    shown: readonly string[],
    hidden: readonly string[],
    side = "question",
    ord = 0,
  ): unknown => ({ guid: guids.get(key), ord, side, shown, hidden });
  return [
    at("watermark", ["What does a watermark say?"], ["水位线说明什么？"]),
    at("watermark", ["That no earlier event is waited for.", "中文 水位线说明什么？"], [], "answer"),
    at("window-cloze", ["A [...] window has a size"], ["窗口"]),
    at("choice-slot", ["a CPU core a share of managed memory a JVM"], ["一个 JVM"]),
    at("barrier-term", ["a marker that parts the stream"], ["标记"], "question", 1),
    at("goes-away", ["将被删除的一问？"], []),
  ];
}

function shownInBoth(guids: ReadonlyMap<string, string>): unknown {
  const at = (key: string, ...shown: readonly string[]): unknown => ({ guid: guids.get(key), shown });
  return [
    at("watermark", "水位线说明什么？ What does a watermark say?"),
    at("window-cloze", "[...]窗口只有大小", "A [...] window has a size"),
    at("choice-slot", "一个 JVM", "a JVM"),
    at("goes-away", "将被删除的一问？"),
  ];
}

function visibleTexts(guids: ReadonlyMap<string, string>): unknown {
  const at = (key: string, side: string, text: string, ord = 0): unknown => ({
    guid: guids.get(key),
    ord,
    side,
    text,
  });
  return [
    at("watermark", "question", "水位线说明什么？"),
    at("watermark", "answer", "不再等更早的事件。它是一个承诺，不是测量："),
    at("watermark", "answer", "English What does a watermark say? That no earlier event is waited for."),
    at("window-cloze", "question", "[...]窗口只有大小，滑动窗口还有步长"),
    at("window-cloze", "question", "滚动窗口只有大小，[哪一种？]窗口", 1),
    at("window-cloze", "answer", "滚动窗口只有大小，滑动窗口还有步长；二者都是WindowAssigner。", 2),
    at("choice-slot", "question", "一个 CPU 核 一份 managed memory 一个 JVM"),
    at("choice-slot", "answer", "只切分内存。"),
    at("order-start", "answer", "提交图 申请 slot 部署 task"),
    at("barrier-term", "question", "把两次 checkpoint 之间的数据流分开的标记", 1),
    at("code-java", "answer", 'Foo::bar; if (a) { b = "{{c1::x}}"; }'),
    at("typed-coordinator", "question", "谁触发 checkpoint？"),
  ];
}

function hostileTexts(): unknown {
  const guids = new Map(hostile.news.map(({ key, guid }) => [key, guid]));
  return HOSTILE_TEXTS.flatMap((text, index) => {
    const shown = text.normalize("NFC");
    const marked = shown.replaceAll("==", "");
    return [
      { guid: guids.get(`hostile-${index}`), side: "question", text: `Is ${shown} shown?` },
      { guid: guids.get(`hostile-${index}`), side: "answer", text: `Before ${shown} after. ${shown}` },
      { guid: guids.get(`hostile-cloze-${index}`), side: "question", text: "Before [...] after." },
      { guid: guids.get(`hostile-cloze-${index}`), side: "answer", text: `Before x ${marked} y after.` },
      { guid: guids.get(`hostile-choice-${index}`), side: "question", text: `right ${shown} wrong` },
    ];
  });
}

import type { AnkiExport } from "../../src/anki/export/export-anki.ts";
import { exportAnki } from "../../src/anki/export/export-anki.ts";
import type { ExportRequest } from "../../src/anki/export/export-request.ts";
import type { Instant } from "../../src/base/day.ts";
import { DAY, HOUR, instantOf, MINUTE, momentAt } from "../../src/base/day.ts";
import type { CardId } from "../../src/card/card.ts";
import type { Source } from "../../src/card/deck.ts";
import type { HistoryEvent } from "../../src/history/event.ts";
import { replay } from "../../src/history/replay.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { compileDeck } from "../compile/compile-deck.ts";
import { Diary, ROLLOVER, SHANGHAI, study } from "./sample-history.ts";
import { sampleSources } from "./sample-notes.ts";

/** A picture of one pixel. */
export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** What decides how the sample goes out; everything has a default. */
export type SampleWishes = Partial<Omit<ExportRequest, "deck" | "textOf" | "moment" | "progress">> & {
  readonly sources?: readonly Source[];
  readonly events: readonly HistoryEvent[];
  readonly at: Instant;
};

/** Returns the request that exports a sample. */
export function sampleRequest({
  sources = sampleSources(),
  events,
  at,
  ...wishes
}: SampleWishes): ExportRequest {
  const { deck, textOf } = compileDeck(sources);
  return {
    deck,
    textOf,
    selection: { decks: "usual", chapters: [], tags: [], levels: [] },
    paint: (code) =>
      code.split(/(\bnew\b)/u).map((text) => ({ text, tone: text === "new" ? "keyword" : "" })),
    pictures: (_, url) => (decodeURI(url).endsWith(".png") ? PICTURE : null),
    lang: "zh",
    onProgress: () => undefined,
    front: "zh",
    history: "with",
    events,
    progress: replay(events),
    parameters: DEFAULT_PARAMETERS,
    limits: { newPerDay: 20, reviewsPerDay: 200 },
    zone: SHANGHAI,
    moment: momentAt(at, SHANGHAI, ROLLOVER),
    ...wishes,
  };
}

/** Exports a sample. */
export function sampleExport(wishes: SampleWishes): AnkiExport {
  return exportAnki(sampleRequest(wishes));
}

/** Returns the diary of somebody who has learned with the sample for five weeks up to the day before `now`. */
export function sampleDiary(now: Instant): Diary {
  const diary = new Diary();
  const { deck } = compileDeck(sampleSources());
  const cards = deck.cards.map(({ id }) => id).filter((id) => !NEVER_SEEN.has(id));
  const begin = instantOf(now - 36 * DAY - (now % DAY));
  study(diary, cards, begin, 35);
  const last = begin + 35 * DAY + 10 * HOUR;
  const [suspended, flagged, practised] = cards;
  diary.note(last, { type: "card-suspended", card: suspended as CardId });
  diary.note(last + 1, { type: "card-flagged", card: flagged as CardId, reason: "is it still so?" });
  diary.rate(last + MINUTE, practised ?? "", 3, 4000, "cram");
  // Two answers of one millisecond, as two devices may give them.
  diary.rate(last + 2 * MINUTE, "plain-01", 3);
  diary.rate(last + 2 * MINUTE, "plain-02", 1);
  return diary;
}

const NEVER_SEEN: ReadonlySet<string> = new Set([
  "plain-22",
  "plain-23",
  "plain-24",
  "goes-away",
  "cloze-grows.c1",
]);

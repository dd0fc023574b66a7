import type { Answer } from "./answers.ts";
import type { CardRecord, RecordsRequest } from "./card-record.ts";
import { cardRecords } from "./card-record.ts";
import type { NotesFile } from "./text-file.ts";

/** Returns cards with all that is known of them as JSON, for programs. */
export function jsonFile(request: RecordsRequest): NotesFile {
  const records = cardRecords(request);
  const { deck } = request;
  const value = { v: 1, title: deck.title, chapters: deck.chapters, cards: records.map(recordJson) };
  return {
    text: `${JSON.stringify(value, null, 1)}\n`,
    notes: new Set(records.map(({ card }) => card.note)).size,
  };
}

function recordJson({
  card,
  faces,
  progress,
  standing,
  answers,
}: CardRecord): Readonly<Record<string, unknown>> {
  const { id, note, kind, chapter, level, tags, since, until } = card;
  const { memory, introduced, flag } = progress;
  return {
    uid: id,
    note,
    kind,
    chapter,
    level,
    tags,
    since,
    until,
    faces,
    state: standing,
    introduced,
    flag,
    memory,
    answers: answers.map(answerJson),
  };
}

function answerJson({ rating, moment, ms, after }: Answer): Readonly<Record<string, unknown>> {
  const { at, day, tz } = moment;
  return { at, day, tz, rating, ms, counted: after.kind };
}

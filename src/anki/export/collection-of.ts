import { startOfDay } from "../../base/day.ts";
import { noteTypeId } from "../notes/note-types.ts";
import type { AnkiNote, Collection, DatedNoteType, MediaFile } from "../package/collection.ts";
import type { CardFacts, CardRow } from "./card-rows.ts";
import { ROLLOVER } from "./card-state.ts";
import type { DatedNote } from "./dated-notes.ts";
import type { ExportRequest } from "./export-request.ts";
import { presetOf } from "./preset.ts";

/** What a collection is put together from. */
export interface Parts {
  readonly notes: readonly DatedNote[];
  readonly noteTypes: readonly DatedNoteType[];
  readonly rows: readonly CardRow[];
  readonly media: readonly MediaFile[];
}

/** Puts a collection together. */
export function collectionOf(request: ExportRequest, { rules, decks }: CardFacts, parts: Parts): Collection {
  const { notes, noteTypes, rows, media } = parts;
  const created = startOfDay(rules.firstDay, request.zone, ROLLOVER);
  const modified = latest([...notes, ...noteTypes].map((part) => part.modified));
  return {
    created,
    minutesWest: -request.zone.offsetAt(created),
    modified,
    noteTypes,
    decks: [...new Set(decks.values())],
    preset: presetOf(request, modified),
    notes: notes.map(noteRow),
    cards: rows.map(({ card }) => card),
    reviews: rows.flatMap(({ reviews }) => reviews).toSorted((one, other) => one.id - other.id),
    media,
  };
}

function noteRow({ ids, guid, noteType, modified, tags, fields }: DatedNote): AnkiNote {
  return { id: ids.id, guid, noteType: noteTypeId(noteType), modified, tags, fields };
}

function latest(times: readonly number[]): number {
  return times.reduce((last, time) => Math.max(last, time), 0);
}

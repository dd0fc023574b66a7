import type { Lang } from "../../base/lang.ts";
import type { Card, Face } from "../../card/card.ts";
import type { NoteFace } from "../notes/fields.ts";
import { fieldsOf, noteTypeFor } from "../notes/fields.ts";
import { foreignGuid } from "../notes/guid.ts";
import type { NoteTypeName } from "../notes/note-types.ts";
import type { MediaFile } from "../package/collection.ts";
import { deckName } from "./deck-names.ts";
import type { NotesRequest } from "./export-request.ts";
import type { Ledger } from "./ledger.ts";
import { guidIn } from "./ledger.ts";
import { Pictures } from "./pictures.ts";
import { selectCards } from "./selection.ts";
import { tagsOf } from "./tags.ts";

/** A note as it goes out. */
export interface RenderedNote {
  /** Its uid. */
  readonly key: string;
  readonly guid: string;
  readonly noteType: NoteTypeName;
  readonly cards: readonly Card[];
  readonly deck: string;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

/** Notes as they go out, with the pictures that they refer to. */
export interface RenderedNotes {
  readonly notes: readonly RenderedNote[];
  readonly media: readonly MediaFile[];
}

/** Returns the notes that a request selects, in the order of the deck, as Anki shows them. */
export function renderNotes(request: NotesRequest, ledger: Ledger): RenderedNotes {
  const selected = selectCards(request.deck.cards, request.selection).filter(
    ({ note }) => !isSecondCard(note),
  );
  const groups = [...Map.groupBy(selected, ({ note }) => note).values()];
  const pictures = new Pictures(request.pictures);
  const notes = groups.flatMap((cards, index) => {
    request.onProgress(index, groups.length);
    return renderNote(cards, { request, ledger, pictures });
  });
  request.onProgress(groups.length, groups.length);
  return { notes, media: pictures.files };
}

/**
 * Tells whether a note is the second card of one that came from Anki: there it belongs to the first, here it is a note
 * of its own, and it would come back to Anki as one.
 */
function isSecondCard(key: string): boolean {
  const [, first] = /^(.*)-\d+$/u.exec(key) ?? [];
  return first !== undefined && foreignGuid(first) !== null;
}

/** What notes are rendered with. */
interface Setting {
  readonly request: NotesRequest;
  readonly ledger: Ledger;
  readonly pictures: Pictures;
}

function renderNote(all: readonly Card[], setting: Setting): readonly RenderedNote[] {
  const cards = cardsInOneLanguage(all);
  const [card] = cards;
  if (card === undefined) return [];
  const [zh, en] = [faceOf(cards, "zh", setting), faceOf(cards, "en", setting)];
  const first = zh ?? en;
  // The notes have changed since the deck was read: the next export has them.
  if (first === null) return [];
  const noteType = typeOf(first, cards);
  const english = zh !== null && en !== null && typeOf(en, cards) === noteType ? en : null;
  const { note: key, chapter } = card;
  return [
    {
      key,
      guid: guidIn(setting.ledger, key),
      noteType,
      cards,
      deck: deckName(setting.request.deck, chapter, setting.request.lang),
      tags: tagsOf(card),
      fields: fieldsOf({ key, noteType, first, english }),
    },
  ];
}

/** Where each language hides something else, which is a mistake in the notes, the one that hides more counts. */
function cardsInOneLanguage(cards: readonly Card[]): readonly Card[] {
  const [zh, en] = [cards.filter(({ faces }) => faces.zh), cards.filter(({ faces }) => faces.en)];
  return zh.length >= en.length ? zh : en;
}

function typeOf({ text }: NoteFace, cards: readonly Card[]): NoteTypeName {
  return noteTypeFor(
    text,
    cards.map(({ sibling }) => sibling),
  );
}

/** A language counts only if every card has it: a cloze must hide the same in both. */
function faceOf(cards: readonly Card[], lang: Lang, { request, pictures }: Setting): NoteFace | null {
  const faces = cards.map((card) => card.faces[lang]);
  const [card, face] = [cards[0], faces[0]];
  if (card === undefined || face === undefined || faces.includes(undefined)) return null;
  const text = request.textOf(face.text);
  if (text === null) return null;
  const pictureName = (url: string): string | null => pictures.nameOf(face.place.file, url);
  return { text, context: contextOf(card, face), style: { paint: request.paint, pictureName } };
}

function contextOf(card: Card, { trail }: Face): string {
  return [trail.join(" › "), versionsOf(card)].filter((part) => part !== "").join(" · ");
}

/** For which versions a card holds: `Flink 1.15+`, `Flink 1.15 – 1.20`, `Flink – 1.20`. */
function versionsOf({ since, until }: Card): string {
  if (since === null && until === null) return "";
  return until === null ? `Flink ${since}+` : `Flink ${since ?? ""} – ${until}`.replaceAll("  ", " ");
}

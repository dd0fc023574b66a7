import type { AnkiCard, AnkiNote, Collection, DatedNoteType } from "../../src/anki/package/collection.ts";

/** What an import does to notes, as Anki's log counts it. */
export interface ImportLog {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  /** Known, and left as they are. */
  readonly duplicate: readonly string[];
  /** Known under another note type: not updated. */
  readonly conflicting: readonly string[];
}

/** Whether history travels along: the box "Import any learning progress". */
export type Progress = "with progress" | "without progress";

/**
 * How Anki merges a package into a collection, with the boxes of its dialog as they are at first (notes and note types:
 * if newer). Tried against Anki 25.09 and 26.09; `verify.py` asks the real one.
 */
export class AnkiModel {
  readonly notes = new Map<string, AnkiNote>();
  readonly cards = new Map<string, AnkiCard & { readonly deckName: string }>();
  readonly noteTypes = new Map<number, DatedNoteType>();
  readonly reviews = new Map<number, string>();
  readonly decks = new Set<string>();

  import(collection: Collection, progress: Progress = "with progress"): ImportLog {
    this.#importNoteTypes(collection);
    for (const { name } of collection.decks) this.decks.add(name);
    const log = {
      added: [] as string[],
      updated: [] as string[],
      duplicate: [] as string[],
      conflicting: [] as string[],
    };
    for (const note of collection.notes) log[this.#importNote(note)].push(note.guid);
    this.#importCards(collection, progress);
    return log;
  }

  /** What a learner does in Anki's editor. */
  edit(guid: string, field: number, text: string, at: number): void {
    const note = this.notes.get(guid);
    if (note === undefined) throw new Error(`no note ${guid}`);
    this.notes.set(guid, { ...note, modified: at, fields: note.fields.with(field, text) });
  }

  #importNoteTypes({ noteTypes }: Collection): void {
    for (const noteType of noteTypes) {
      const known = this.noteTypes.get(noteType.id);
      if (known === undefined || (isSameSchema(known, noteType) && noteType.modified > known.modified)) {
        this.noteTypes.set(noteType.id, noteType);
      } else if (!isSameSchema(known, noteType)) {
        throw new Error(`a second note type "${noteType.name}+" would be made`);
      }
    }
  }

  #importNote(note: AnkiNote): keyof ImportLog {
    const known = this.notes.get(note.guid);
    if (known === undefined) {
      this.notes.set(note.guid, note);
      return "added";
    }
    if (known.noteType !== note.noteType) return "conflicting";
    if (note.modified <= known.modified) return "duplicate";
    this.notes.set(note.guid, { ...note, id: known.id });
    return "updated";
  }

  #importCards({ notes, cards, reviews, decks }: Collection, progress: Progress): void {
    const guids = new Map(notes.map(({ id, guid }) => [id, guid]));
    const names = new Map(decks.map(({ id, name }) => [id, name]));
    for (const card of cards) {
      const guid = guids.get(card.note) ?? "";
      const key = `${guid} ${card.ord}`;
      if (
        this.cards.has(key) ||
        this.notes.get(guid)?.noteType !== notes.find((note) => note.guid === guid)?.noteType
      )
        continue;
      this.cards.set(key, { ...card, deckName: names.get(card.deck) ?? "" });
      if (progress === "without progress") continue;
      for (const { id } of reviews.filter((review) => review.card === card.id)) {
        if (!this.reviews.has(id)) this.reviews.set(id, key);
      }
    }
  }
}

/** Field by field and template by template the same ids. */
function isSameSchema(one: DatedNoteType, other: DatedNoteType): boolean {
  const ids = ({ fields, templates }: DatedNoteType): string =>
    [...fields, {}, ...templates].map((part) => ("id" in part ? part.id : "|")).join();
  return ids(one) === ids(other);
}

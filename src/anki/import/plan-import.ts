import { noteOf } from "../../card/card.ts";
import type { EventDraft } from "../../history/event.ts";
import type { CardOwner } from "./card-owner.ts";
import { ownerOf } from "./card-owner.ts";
import type { ForeignNote } from "./foreign-note.ts";
import { foreignNote } from "./foreign-note.ts";
import type { Here, SkipReason } from "./import-history.ts";
import { importHistory } from "./import-history.ts";
import type { PackageCard, PackageContents, PackageNote } from "./package-contents.ts";

/** What a package would bring. */
export interface ImportPlan {
  /** What is in the package. */
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  /** Events for the journal. */
  readonly drafts: readonly EventDraft[];
  /** How many of them are answers. */
  readonly newReviews: number;
  /** How many notes of the package aren't ours and aren't here yet, and how many are here. */
  readonly newNotes: number;
  readonly knownNotes: number;
  /** What they become: a note for each thing that one of them asks, by the names of their decks. */
  readonly decks: ReadonlyMap<string, readonly ForeignNote[]>;
  /** The weights of the preset that most cards follow; `null` if it has none. */
  readonly weights: readonly number[] | null;
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/** What is here, besides the history: the notes, by the guids under which Anki knows them. */
export interface Home extends Here {
  readonly keys: ReadonlyMap<string, string>;
  /** Tells whether the decks here have a note of that uid. */
  readonly hasNote: (uid: string) => boolean;
  /** Is told how many cards of how many are done. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Works out what a package brings; nothing is changed by it. */
export function planImport(contents: PackageContents, home: Home): ImportPlan {
  const reviews = Map.groupBy(contents.reviews, ({ card }) => card);
  const skipped = new Map<SkipReason, number>();
  const skip = (reason: SkipReason): unknown => skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  const decks = new Map<string, Map<string, ForeignNote>>();
  const drafts: EventDraft[] = [];
  const [brought, known] = [new Set<PackageNote>(), new Set<PackageNote>()];
  for (const [index, card] of contents.cards.entries()) {
    home.onProgress(index, contents.cards.length);
    const [owner, own] = [ownerOf(card, home.keys), reviews.get(card) ?? []];
    const isMissing = owner.kind === "foreign" && !home.hasNote(noteOf(owner.card));
    if (isMissing && !addNote(decks, card, owner)) {
      skip("no-words");
      own.forEach(() => skip("of-no-words"));
      continue;
    }
    (isMissing ? brought : known).add(card.note);
    const history = importHistory(owner.card, card, own, home);
    for (const draft of history.drafts) drafts.push(draft);
    for (const reason of history.skipped) skip(reason);
  }
  home.onProgress(contents.cards.length, contents.cards.length);
  return {
    notes: contents.notes.length,
    cards: contents.cards.length,
    reviews: contents.reviews.length,
    drafts: drafts.toSorted((one, other) => one.at - other.at),
    newReviews: drafts.filter(({ type }) => type === "card-rated").length,
    newNotes: brought.size,
    knownNotes: [...known].filter((note) => !brought.has(note)).length,
    decks: new Map([...decks].map(([name, notes]) => [name, [...notes.values()]])),
    weights: commonWeights(contents),
    skipped,
  };
}

/** Adds the note of a card to its deck; says no if the card can't be written down. */
function addNote(decks: Map<string, Map<string, ForeignNote>>, card: PackageCard, owner: CardOwner): boolean {
  const notes = decks.get(card.deck) ?? new Map<string, ForeignNote>();
  const key = noteOf(owner.card);
  if (notes.has(key)) return true;
  const note = foreignNote(card);
  if (note === null) return false;
  decks.set(card.deck, notes.set(key, note));
  return true;
}

function commonWeights({ cards, presets }: PackageContents): readonly number[] | null {
  const counts = new Map<number, number>();
  for (const { preset } of cards) counts.set(preset, (counts.get(preset) ?? 0) + 1);
  const learned = presets.filter(({ weights }) => weights.length === WEIGHTS);
  const common = learned.toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0));
  return common[0]?.weights ?? null;
}

/** The number of weights of FSRS-6. */
const WEIGHTS = 21;

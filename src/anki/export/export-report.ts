import type { Collection } from "../package/collection.ts";
import type { DatedNote } from "./dated-notes.ts";
import type { ExportRequest } from "./export-request.ts";
import type { Ledger } from "./ledger.ts";

/** What an export brings to Anki, in counts, and what it can't bring. */
export interface ExportReport {
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The uids of notes that went out before and are no longer in the deck: Anki keeps them. */
  readonly gone: readonly string[];
  /** The uids of notes that are of another kind now: Anki keeps what it has of them. */
  readonly retyped: readonly string[];
  /** The uids of notes that have fewer cards now: Anki keeps the others until its "Empty Cards" are removed. */
  readonly emptied: readonly string[];
}

/** Returns what there is to tell about the notes that go out. */
export function exportReport(
  notes: readonly DatedNote[],
  { cards, reviews }: Collection,
  ledger: Ledger,
  { deck, selection }: ExportRequest,
): ExportReport {
  const there = new Set(deck.cards.map(({ note }) => note));
  const count = (news: DatedNote["news"]): number => notes.filter((note) => note.news === news).length;
  const keysOf = (test: (note: DatedNote) => boolean): readonly string[] =>
    notes.filter(test).map(({ key }) => key);
  return {
    notes: notes.length,
    cards: cards.length,
    reviews: reviews.length,
    added: count("new"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    // What other decks hold is not gone because it isn't in these.
    gone: selection.decks === "usual" ? [...ledger.notes.keys()].filter((key) => !there.has(key)) : [],
    retyped: keysOf(({ key, noteType }) => (ledger.notes.get(key)?.noteType ?? noteType) !== noteType),
    emptied: keysOf(({ key, ids }) =>
      Object.keys(ledger.notes.get(key)?.cards ?? {}).some((sibling) => ids.cards[sibling] === undefined),
    ),
  };
}

import type { Deck } from "../../card/deck.ts";
import type { Progress } from "../progress.ts";
import { compareTexts } from "./compare-texts.ts";
import type { PastNote, PresentNote } from "./notes.ts";
import { hasEveryNote, pastNotes, presentNotes } from "./notes.ts";

/** Two notes that are one: what the ledger knows it as, and what the deck calls it. */
export interface Pair {
  readonly past: PastNote;
  readonly present: PresentNote;
}

/** What of the ledger is in a deck. */
export interface Comparison {
  /** Notes that the deck calls by the uid that the ledger has. */
  readonly kept: readonly Pair[];
  /** Notes that the deck calls otherwise, with a text that the ledger has seen. */
  readonly pairs: readonly Pair[];
  /** Notes with a past that the deck doesn't have, neither by uid nor with a text that they ever had. */
  readonly lost: readonly PastNote[];
  /** Notes of the deck without a past. */
  readonly fresh: readonly PresentNote[];
}

/** What is found where nothing is to be looked for. */
export const ALL_THERE: Comparison = { kept: [], pairs: [], lost: [], fresh: [] };

/** Compares the ledger with a deck by uids and fingerprints; nothing is looked for where the deck has every uid of the ledger. */
export function compareLedger(deck: Deck, progress: Progress): Comparison {
  if (hasEveryNote(deck, progress)) return ALL_THERE;
  const past = pastNotes(progress);
  const notes = presentNotes(deck);
  const uids = new Set(notes.map(({ uid }) => uid));
  const missing = [...past.values()].filter(({ uid }) => !uids.has(uid));
  const kept = notes.flatMap((present) => {
    const known = past.get(present.uid);
    return known === undefined ? [] : [{ past: known, present }];
  });
  const pairs = pairsOf(missing, notes, past);
  const found = new Set<PastNote | PresentNote>(pairs.flatMap((pair) => [pair.past, pair.present]));
  return {
    kept,
    pairs,
    lost: missing.filter((note) => !found.has(note)),
    fresh: notes.filter((note) => !found.has(note) && !past.has(note.uid)),
  };
}

/** A note of the deck with a text that a missing note had; `age` counts the texts that this had after it. */
interface Claim extends Pair {
  readonly age: number;
}

function pairsOf(
  missing: readonly PastNote[],
  notes: readonly PresentNote[],
  past: ReadonlyMap<string, PastNote>,
): readonly Pair[] {
  const byText = new Map(
    notes.flatMap((note) => note.faces.map(({ fingerprint }) => [fingerprint, note] as const)),
  );
  const claims = missing.flatMap((note) => claimsOf(note, byText));
  // A note with a past of its own is the same only if it says what the missing one said last.
  const allowed = claims.filter(({ age, present }) => age === 0 || !past.has(present.uid));
  const pairs: Pair[] = [];
  const taken = new Set<PastNote | PresentNote>();
  for (const claim of allowed.toSorted(byWeight)) {
    if (taken.has(claim.past) || taken.has(claim.present)) continue;
    taken.add(claim.past).add(claim.present);
    pairs.push({ past: claim.past, present: claim.present });
  }
  return pairs;
}

function claimsOf(past: PastNote, byText: ReadonlyMap<string, PresentNote>): readonly Claim[] {
  return past.rows.flatMap(({ texts }) =>
    texts.flatMap((text, index) => {
      const present = byText.get(text);
      return present === undefined ? [] : [{ past, present, age: texts.length - 1 - index }];
    }),
  );
}

/** The text seen last weighs most, then the older history; uids decide the rest, so that it is the same everywhere. */
function byWeight(one: Claim, other: Claim): number {
  return (
    one.age - other.age ||
    compareTexts(one.past.introduced ?? "~", other.past.introduced ?? "~") ||
    compareTexts(one.past.uid, other.past.uid) ||
    compareTexts(one.present.uid, other.present.uid)
  );
}

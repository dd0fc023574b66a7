import type { Bag, Weights } from "./bag.ts";
import { dice } from "./bag.ts";
import type { Likeness, Profile } from "./profile.ts";
import { likenessOf, TELLING_LENGTH } from "./profile.ts";

/** A note with the profiles of its wordings: one a language, or one for each wording that its cards were seen with last. */
export interface Profiled<Note> {
  readonly note: Note;
  readonly profiles: readonly Profile[];
}

/** A note that is lost and a note of the deck that have something in common. */
export interface Kin<Past, Present> {
  readonly past: Profiled<Past>;
  readonly present: Profiled<Present>;
  readonly likeness: Likeness;
}

/** How many of its rarest tokens a text is looked up by. */
const PROBES = { question: 6, answer: 16 } as const;
const PARTS = ["question", "answer"] as const;
type Part = (typeof PARTS)[number];

/** Tokens that more notes than this have, and a larger share of them, say nothing in particular. */
const COMMON = 40;
const COMMON_SHARE = 0.05;

/** Returns the pairs of notes that share one of their rarer tokens; all others are strangers, and never compared. */
export function findKin<Past, Present>(
  lost: readonly Profiled<Past>[],
  present: readonly Profiled<Present>[],
  weights: Weights,
): readonly Kin<Past, Present>[] {
  const common = Math.max(COMMON, present.length * COMMON_SHARE);
  const indexes = PARTS.map((part) => [part, indexOf(present, part, tokensIn(lost, part), common)] as const);
  return lost.flatMap((past) => {
    const found = indexes.flatMap(([part, index]) =>
      past.profiles.flatMap((profile) => rarestIn(index, profile[part], PROBES[part]).flat()),
    );
    return [...new Set(found)].map((each) => ({
      past,
      present: each,
      likeness: likenessBetween(past, each, weights),
    }));
  });
}

/** Returns how alike the most alike wordings of two notes are. */
export function likenessBetween(
  one: Profiled<unknown>,
  other: Profiled<unknown>,
  weights: Weights,
): Likeness {
  let most: Likeness = { question: 0, answer: 0, body: 0, whole: 0 };
  for (const a of one.profiles) {
    for (const b of other.profiles) {
      const likeness = likenessOf(a, b, weights);
      if (likeness.whole > most.whole) most = likeness;
    }
  }
  return most;
}

/** How alike the answers of copies are at least. */
const COPIED = 0.8;

/** Tells whether two notes are copies: they ask the same, and answer it at length in nearly the same words. */
export function areCopies(one: Profiled<unknown>, other: Profiled<unknown>, weights: Weights): boolean {
  return one.profiles.some((a) =>
    other.profiles.some(
      (b) =>
        a.questionKey === b.questionKey &&
        Math.min(a.answer.length, b.answer.length) >= TELLING_LENGTH &&
        dice(a.answer, b.answer, weights) >= COPIED,
    ),
  );
}

/** Returns the tokens that some notes have in one part. */
function tokensIn(notes: readonly Profiled<unknown>[], part: Part): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { profiles } of notes)
    for (const profile of profiles) for (const token of profile[part]) tokens.add(token);
  return tokens;
}

/** The notes that have a token, for all tokens that are wanted and aren't common. */
type Index<Note> = ReadonlyMap<number, readonly Profiled<Note>[]>;

function indexOf<Note>(
  notes: readonly Profiled<Note>[],
  part: Part,
  wanted: ReadonlySet<number>,
  common: number,
): Index<Note> {
  const index = new Map<number, Profiled<Note>[]>();
  const enter = (note: Profiled<Note>, bag: Bag): void => {
    for (const token of bag) {
      if (!wanted.has(token)) continue;
      const known = index.get(token);
      if (known === undefined) index.set(token, [note]);
      else if (known.at(-1) !== note) known.push(note);
    }
  };
  for (const note of notes) for (const profile of note.profiles) enter(note, profile[part]);
  for (const [token, { length }] of index) if (length > common) index.delete(token);
  return index;
}

function rarestIn<Note>(index: Index<Note>, bag: Bag, count: number): readonly (readonly Profiled<Note>[])[] {
  const found = [...new Set(bag)].flatMap((token) => {
    const notes = index.get(token);
    return notes === undefined ? [] : [notes];
  });
  return found.toSorted((one, other) => one.length - other.length).slice(0, count);
}

import type { Bag, Vocabulary, Weights } from "./bag.ts";
import { comparable, keyOf, tokensOf } from "./comparable.ts";
import type { Profiled } from "./kin.ts";
import type { PastNote, PresentNote } from "./notes.ts";
import type { Successors } from "./successors.ts";

/** A note with a past, and a note of the deck, each with what of it is compared. */
export type Past = Profiled<PastNote>;
export type Present = Profiled<PresentNote>;

/** What has to be known of the whole deck to tell whether two notes are one. */
export interface Surroundings {
  /** Returns the files in which those of a note with a past go on. */
  readonly filesOf: (past: PastNote) => ReadonlySet<string>;
  /** Returns how many notes of the deck ask a question, by its key; with `files` given, how many in these. */
  readonly askers: (questionKey: string, files?: ReadonlySet<string>) => number;
  /** Returns the notes that are known and whose prompt is a question, by its key. */
  readonly asking: (questionKey: string) => readonly PresentNote[];
  readonly weights: Weights;
}

/** The notes of a deck: those without a past, and those that are known. */
interface Notes {
  readonly fresh: readonly Present[];
  readonly known: readonly PresentNote[];
}

/** A question that a note asks. */
interface Asked {
  readonly note: PresentNote;
  readonly file: string;
  readonly key: string;
  readonly question: Bag;
}

/** Returns what has to be known of a deck. Of a note that is known, the question is its prompt: its text isn't read. */
export function surroundingsOf(notes: Notes, successors: Successors, vocabulary: Vocabulary): Surroundings {
  const ofKnown = notes.known.flatMap((note) => askedByPrompt(note, vocabulary));
  const askers = new Map<string, Map<string, number>>();
  for (const { key, file, question } of [...notes.fresh.flatMap(asked), ...ofKnown]) {
    vocabulary.count(question);
    const files = askers.get(key) ?? new Map<string, number>();
    askers.set(key, files.set(file, (files.get(file) ?? 0) + 1));
  }
  const asking = Map.groupBy(ofKnown, ({ key }) => key);
  return {
    weights: vocabulary.weights(),
    filesOf: ({ rows }) => new Set(rows.flatMap(({ file }) => [...successors(file)])),
    askers: (questionKey, files) => {
      const counts = askers.get(questionKey) ?? new Map<string, number>();
      return [...(files ?? counts.keys())].reduce((sum, file) => sum + (counts.get(file) ?? 0), 0);
    },
    asking: (questionKey) => (asking.get(questionKey) ?? []).map(({ note }) => note),
  };
}

function asked({ note, profiles }: Present): readonly Asked[] {
  return note.faces.flatMap(({ place }, index) => {
    const profile = profiles[index];
    if (profile === undefined) return [];
    return { note, file: place.file, key: profile.questionKey, question: profile.question };
  });
}

function askedByPrompt(note: PresentNote, vocabulary: Vocabulary): readonly Asked[] {
  return note.faces.map(({ prompt, place }) => {
    const text = comparable(prompt);
    return { note, file: place.file, key: keyOf(text), question: vocabulary.bagOf(tokensOf(text)) };
  });
}

/** Tells whether a note stands where a file of one with a past goes on. */
export function inSameFile(past: PastNote, present: PresentNote, { filesOf }: Surroundings): boolean {
  const files = filesOf(past);
  return present.faces.some(({ place }) => files.has(place.file));
}

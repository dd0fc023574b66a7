import type { Vocabulary, Weights } from "./bag.ts";
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
  readonly weights: Weights;
}

/** Returns what has to be known of a deck. */
export function surroundingsOf(
  notes: readonly PresentNote[],
  successors: Successors,
  vocabulary: Vocabulary,
): Surroundings {
  const askers = new Map<string, Map<string, number>>();
  for (const { faces } of notes) {
    for (const { prompt, place } of faces) {
      const text = comparable(prompt);
      const key = keyOf(text);
      vocabulary.count(vocabulary.bagOf(tokensOf(text)));
      const files = askers.get(key) ?? new Map<string, number>();
      askers.set(key, files.set(place.file, (files.get(place.file) ?? 0) + 1));
    }
  }
  return {
    weights: vocabulary.weights(),
    filesOf: ({ rows }) => new Set(rows.flatMap(({ file }) => [...successors(file)])),
    askers: (questionKey, files) => {
      const counts = askers.get(questionKey) ?? new Map<string, number>();
      return [...(files ?? counts.keys())].reduce((sum, file) => sum + (counts.get(file) ?? 0), 0);
    },
  };
}

/** Tells whether a note stands where a file of one with a past goes on. */
export function inSameFile(past: PastNote, present: PresentNote, { filesOf }: Surroundings): boolean {
  const files = filesOf(past);
  return present.faces.some(({ place }) => files.has(place.file));
}

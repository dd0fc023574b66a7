import { likenessBetween } from "./kin.ts";
import type { Past, Present, Surroundings } from "./surroundings.ts";
import { inSameFile } from "./surroundings.ts";

/** Two notes that are one. */
export type PairFound = readonly [past: Past, present: Present];

/** What two notes must have in common, and nobody else, to be one. */
interface Rule {
  readonly ofPast: (past: Past) => readonly string[];
  readonly ofPresent: (present: Present) => readonly string[];
  readonly admits: (past: Past, present: Present) => boolean;
}

/** A question of so many characters may have moved to another file; shorter ones are titles of sections. */
const TELLING_QUESTION = 6;
/** An answer of so many characters is nobody else's. */
const TELLING_ANSWER = 40;
/** How alike the bodies are at least, if a note has moved to another file. */
export const ALIKE_ELSEWHERE = 0.4;

/**
 * Returns the pairs that are known by something that only the two have: the question within a file, or within those in
 * which it goes on, or within the whole deck, or a long answer that stands where the file goes on. Each note is in one
 * pair at most; what an earlier rule has paired is left out of the later.
 */
export function unmistakablePairs(
  lost: readonly Past[],
  fresh: readonly Present[],
  surroundings: Surroundings,
): readonly PairFound[] {
  const paired = new Set<Past | Present>();
  return rulesIn(surroundings).flatMap((rule) => {
    const left = lost.filter((past) => !paired.has(past));
    const open = fresh.filter((present) => !paired.has(present));
    const pairs = pairsBy(rule, left, open);
    for (const pair of pairs) for (const note of pair) paired.add(note);
    return pairs;
  });
}

function rulesIn(surroundings: Surroundings): readonly Rule[] {
  const { filesOf, askers, weights } = surroundings;
  return [
    questionWithin((past) => new Set(past.note.rows.map(({ file }) => file)), askers),
    questionWithin((past) => filesOf(past.note), askers),
    {
      ofPast: (past) => questionKeys(past).filter((key) => askers(key) === 1),
      ofPresent: (present) => questionKeys(present).filter((key) => key.length >= TELLING_QUESTION),
      admits: (past, present) => likenessBetween(past, present, weights).body >= ALIKE_ELSEWHERE,
    },
    {
      ofPast: answerKeys,
      ofPresent: answerKeys,
      admits: (past, present) => inSameFile(past.note, present.note, surroundings),
    },
  ];
}

/** Returns the rule by which two notes are one that alone ask a question within some files. */
function questionWithin(filesOf: (past: Past) => ReadonlySet<string>, askers: Surroundings["askers"]): Rule {
  return {
    ofPast: (past) => {
      const files = filesOf(past);
      const keys = questionKeys(past).filter((key) => askers(key, files) === 1);
      return keys.flatMap((key) => [...files].map((file) => `${file}\0${key}`));
    },
    ofPresent: (present) =>
      questionKeys(present).flatMap((key) => present.note.faces.map(({ place }) => `${place.file}\0${key}`)),
    admits: () => true,
  };
}

/** Returns the keys of the questions that a note asks. */
export function questionKeys({ profiles }: Past | Present): readonly string[] {
  return profiles.map(({ questionKey }) => questionKey).filter((key) => key !== "");
}

function answerKeys({ profiles }: Past | Present): readonly string[] {
  return profiles.map(({ answerKey }) => answerKey).filter((key) => key.length >= TELLING_ANSWER);
}

function pairsBy(
  { ofPast, ofPresent, admits }: Rule,
  lost: readonly Past[],
  fresh: readonly Present[],
): readonly PairFound[] {
  const presentByKey = byKey(fresh, ofPresent);
  const pairs: PairFound[] = [];
  const paired = new Set<Past | Present>();
  for (const [key, pasts] of byKey(lost, ofPast)) {
    const presents = presentByKey.get(key) ?? new Set();
    const [past] = pasts;
    const [present] = presents;
    if (pasts.size !== 1 || presents.size !== 1 || past === undefined || present === undefined) continue;
    if (paired.has(past) || paired.has(present) || !admits(past, present)) continue;
    paired.add(past).add(present);
    pairs.push([past, present]);
  }
  return pairs;
}

function byKey<Note>(
  notes: readonly Note[],
  keysOf: (note: Note) => readonly string[],
): ReadonlyMap<string, ReadonlySet<Note>> {
  const groups = new Map<string, Set<Note>>();
  for (const note of notes) {
    for (const key of keysOf(note)) groups.set(key, (groups.get(key) ?? new Set()).add(note));
  }
  return groups;
}

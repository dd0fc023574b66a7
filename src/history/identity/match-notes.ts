import type { Wording } from "../../card/note-text.ts";
import { Vocabulary } from "./bag.ts";
import type { Comparison } from "./compare-ledger.ts";
import { findKin } from "./kin.ts";
import type { Profiled } from "./kin.ts";
import type { PastNote, PresentNote } from "./notes.ts";
import { profileOf } from "./profile.ts";
import type { Judge } from "./score.ts";
import { candidacyOf } from "./score.ts";
import type { Doubt } from "./settle.ts";
import { settle } from "./settle.ts";
import { successorsBy } from "./successors.ts";
import type { Past, Present, Surroundings } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";
import { questionKeys, unmistakablePairs } from "./unmistakable.ts";

/** Finds the wordings of notes. */
export interface Wordings {
  /** Returns the wordings with which a note was seen last, one for each that its cards had. */
  readonly ofPast: (note: PastNote) => readonly Wording[];
  /** Returns the wordings that a note of the deck has, one a language. */
  readonly ofPresent: (note: PresentNote) => readonly Wording[];
}

/** Which notes are one. */
export interface Match {
  readonly pairs: readonly { readonly past: PastNote; readonly present: PresentNote }[];
  readonly doubts: readonly Doubt[];
}

/** Finds, for notes that the deck has neither by uid nor with a text that they ever had, what they have become. */
export function matchNotes(comparison: Comparison, wordings: Wordings): Match {
  const vocabulary = new Vocabulary();
  const profiled = <Note>(note: Note, texts: readonly Wording[]): Profiled<Note> => ({
    note,
    profiles: texts.map((wording) => profileOf(wording, vocabulary)),
  });
  const lost = comparison.lost.map((note) => profiled(note, wordings.ofPast(note)));
  const fresh = comparison.fresh.map((note) => profiled(note, wordings.ofPresent(note)));
  for (const { profiles } of fresh) for (const { answer } of profiles) vocabulary.count(answer);
  const here = surroundingsIn(comparison, fresh, vocabulary);
  const sure = unmistakablePairs(lost, fresh, here);
  const paired = new Set<Past | Present>(sure.flat());
  const left = lost.filter((past) => !paired.has(past));
  const open = fresh.filter((present) => !paired.has(present));
  const judges = new Map<Present, Judge>(sure.map(([, present]) => [present, "nobody"]));
  for (const [note, judge] of rivalsAmong(comparison, left, vocabulary, here))
    judges.set(profiled(note, wordings.ofPresent(note)), judge);
  const kin = findKin(left, [...open, ...judges.keys()], here.weights);
  const { pairs, doubts } = settle(
    kin.map((each) => candidacyOf(each, here, judges)),
    here.weights,
  );
  return {
    pairs: [...sure, ...pairs].map(([past, present]) => ({ past: past.note, present: present.note })),
    doubts,
  };
}

function surroundingsIn(
  { kept, pairs, fresh: notes }: Comparison,
  fresh: readonly Present[],
  vocabulary: Vocabulary,
): Surroundings {
  const there = [...kept, ...pairs];
  const known = there.map(({ present }) => present);
  const files = new Set([...notes, ...known].flatMap(({ faces }) => faces.map(({ place }) => place.file)));
  const moves = there.flatMap(({ past, present: { faces } }) => {
    const file = faces[0]?.place.file;
    return file === undefined ? [] : past.rows.map((row) => [row.file, file] as const);
  });
  return surroundingsOf({ fresh, known }, successorsBy(moves, files), vocabulary);
}

/**
 * Returns the notes with a past of their own that one that is lost may come near, and who may say that they are one.
 * With a younger past that asks much the same, the learner: somebody may have met what became of it as a new card. With
 * any other that asks the same, nobody. They are told by their prompts, so that no more texts are read.
 */
function rivalsAmong(
  { kept }: Comparison,
  lost: readonly Past[],
  vocabulary: Vocabulary,
  { asking, weights }: Surroundings,
): ReadonlyMap<PresentNote, Judge> {
  const rivals = new Map<PresentNote, Judge>();
  for (const key of new Set(lost.flatMap(questionKeys)))
    for (const note of asking(key)) rivals.set(note, "nobody");
  const oldest = lost.map(({ note }) => note.introduced ?? "").toSorted()[0];
  if (oldest === undefined) return rivals;
  const younger = kept.filter(({ past }) => past.introduced === null || past.introduced > oldest);
  const prompts = younger.map(({ present }) => ({
    note: present,
    profiles: present.faces.map(({ prompt }) => profileOf({ question: prompt, answer: "" }, vocabulary)),
  }));
  for (const { present, likeness } of findKin(lost, prompts, weights))
    if (likeness.question >= MUCH_THE_SAME) rivals.set(present.note, "learner");
  return rivals;
}

/** How alike questions are at least that ask much the same. */
const MUCH_THE_SAME = 0.5;

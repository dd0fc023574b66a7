import type { Weights } from "./bag.ts";
import { compareTexts } from "./compare-texts.ts";
import type { PastNote, PresentNote } from "./notes.ts";
import { compareSightings } from "./notes.ts";
import { Race } from "./race.ts";
import type { Candidacy } from "./score.ts";
import type { Past, Present } from "./surroundings.ts";
import type { PairFound } from "./unmistakable.ts";

/** A note with a past and a note of the deck that may be one: for the learner to decide. */
export interface Doubt {
  readonly past: PastNote;
  readonly present: PresentNote;
  /** How much speaks for it: from 0 to a little more than 1. */
  readonly score: number;
}

/** What candidacies come to. */
export interface Settlement {
  readonly pairs: readonly PairFound[];
  /** For each note that is left, who may be one with it, the likeliest first. */
  readonly doubts: readonly Doubt[];
}

/** From so much on two notes are one, if nobody else comes near. */
const ONE = 0.5;
/** From so much on they may be. */
const MAYBE = 0.35;
/** How many candidates for one note the learner is asked about. */
const ASKED = 3;

/** Pairs those for whom most speaks first. Where another comes near, none of them is paired: that would be a guess. */
export function settle(candidacies: readonly Candidacy[], weights: Weights): Settlement {
  const likely = candidacies.filter(({ score }) => score >= MAYBE).toSorted(byScore);
  const race = new Race(likely, weights);
  const pairs: PairFound[] = [];
  for (const candidacy of likely) {
    if (candidacy.judge !== "program" || candidacy.score < ONE || !race.isOpen(candidacy)) continue;
    if (race.isSecondChoice(candidacy)) continue;
    const rivals = race.rivalsOf(candidacy);
    for (const each of [candidacy, ...rivals]) race.close(each);
    if (rivals.length === 0) pairs.push([candidacy.past, candidacy.present]);
  }
  return { pairs, doubts: doubtsAfter(pairs, likely) };
}

function doubtsAfter(pairs: readonly PairFound[], likely: readonly Candidacy[]): readonly Doubt[] {
  const paired = new Set<Past | Present>(pairs.flat());
  const left = likely.filter(
    ({ past, present, judge }) => judge !== "nobody" && !paired.has(past) && !paired.has(present),
  );
  return [...Map.groupBy(left, ({ past }) => past).values()]
    .flatMap((candidacies) => candidacies.slice(0, ASKED))
    .map(({ past, present, score }) => ({ past: past.note, present: present.note, score }));
}

/** The most likely first, of equals the one seen last; uids decide the rest, so that it comes out the same everywhere. */
function byScore(one: Candidacy, other: Candidacy): number {
  return (
    other.score - one.score ||
    compareSightings(other.past.note, one.past.note) ||
    compareTexts(one.past.note.uid, other.past.note.uid) ||
    compareTexts(one.present.note.uid, other.present.note.uid)
  );
}

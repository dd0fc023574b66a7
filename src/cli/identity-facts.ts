import type { CardId } from "../card/card.ts";
import { orphansIn } from "../history/identity/identify.ts";
import type { PastNote } from "../history/identity/notes.ts";
import { sightingOf } from "../history/progress.ts";
import type { IdentifiedDeck } from "../store/identify-deck.ts";
import type { StoredHistory } from "../store/stored-history.ts";

/** A card with a past that the notes have lost, and where it stood. */
export interface OrphanFacts {
  readonly card: CardId;
  readonly file: string | null;
  readonly line: number | null;
}

/** A card that the notes have lost and one that they have, which may be the same. */
export interface DoubtFacts {
  readonly old: string;
  /** What it asked. */
  readonly question: string;
  readonly new: string;
  readonly prompt: string;
  readonly file: string;
  readonly line: number;
  /** How much speaks for it, from 0 to 1. */
  readonly likeness: number;
}

/** Returns the cards with a past that the notes have lost. */
export function orphanFacts({ deck, progress }: IdentifiedDeck): readonly OrphanFacts[] {
  return orphansIn(deck, progress.cards).map((card) => {
    const row = sightingOf(progress, card);
    return { card, file: row?.file ?? null, line: row?.line ?? null };
  });
}

/** Returns what the learner may decide about them. */
export function doubtFacts({ doubts }: IdentifiedDeck, history: StoredHistory): readonly DoubtFacts[] {
  const questions = questionsOf(
    doubts.map(({ past }) => past),
    history,
  );
  return doubts.flatMap(({ past, present, score }) => {
    const [face] = present.faces;
    if (face === undefined) return [];
    const { prompt, place } = face;
    return {
      old: past.uid,
      question: questions(past),
      new: present.uid,
      prompt,
      file: place.file,
      line: place.line,
      likeness: Math.min(1, Math.round(score * 100) / 100),
    };
  });
}

function questionsOf(notes: readonly PastNote[], history: StoredHistory): (note: PastNote) => string {
  const events = history.find(new Set(notes.flatMap(({ rows }) => rows.map(({ event }) => event))));
  return ({ rows }) => {
    const seen = rows.flatMap(({ event }) => events.get(event) ?? []);
    const text = seen.flatMap((event) => ("question" in event ? [event.question] : []))[0] ?? "";
    return text.replaceAll(/\s+/gu, " ");
  };
}

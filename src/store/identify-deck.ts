import { dayOfNumber, instantOf } from "../base/day.ts";
import type { Deck } from "../card/deck.ts";
import { eventIdOf } from "../history/event-id.ts";
import type { CardRenamed } from "../history/event.ts";
import { eventOf } from "../history/event.ts";
import type { Comparison } from "../history/identity/compare-ledger.ts";
import { compareLedger } from "../history/identity/compare-ledger.ts";
import { identify, withUids } from "../history/identity/identify.ts";
import type { Match, Wordings } from "../history/identity/match-notes.ts";
import type { Doubt } from "../history/identity/settle.ts";
import type { Progress } from "../history/progress.ts";
import { replay, resume } from "../history/replay.ts";
import type { LoadedDeck } from "./load-deck.ts";
import { MatchCache } from "./match-cache.ts";
import { keepSettled, readSettled } from "./settled-identity.ts";
import type { StoredHistory } from "./stored-history.ts";

/** A deck whose cards are known by their past, whatever has become of their texts. */
export interface IdentifiedDeck extends LoadedDeck {
  /** The deck with the uids that the notes by themselves have. */
  readonly written: Deck;
  /** Notes whose past goes on under another uid: for the journal to say, before anything else happens to them. */
  readonly renamings: readonly CardRenamed[];
  /** What follows from the history once the journal says so. */
  readonly progress: Progress;
  /** Notes that may be one, for the learner to decide. */
  readonly doubts: readonly Doubt[];
}

const NO_MATCH: Match = { pairs: [], doubts: [] };

/**
 * Finds the past of the cards of a deck. Nothing is compared where neither notes nor journal have changed since the last
 * time, unless something was left open then. Texts, present and past, are read only where the deck lacks a note that has a
 * past, and what they come to is kept: they aren't read again before other notes are lost or other texts come. Throws
 * the Failure `journal-read`.
 */
export async function identifyDeck(loaded: LoadedDeck, history: StoredHistory): Promise<IdentifiedDeck> {
  const written = loaded.deck;
  const state = `${loaded.state} ${history.state()}`;
  const settled = readSettled(loaded.cache, state);
  if (settled !== null) {
    const deck = withUids(written, settled);
    return { ...loaded, deck, written, renamings: [], progress: history.progress(), doubts: [] };
  }
  const comparison = compareLedger(written, history.progress());
  const match = comparison.lost.length === 0 ? NO_MATCH : await matchFor(comparison, loaded, history);
  const { deck, renamings, uids } = identify(written, comparison, match);
  if (renamings.length + match.doubts.length === 0) keepSettled(loaded.cache, state, uids);
  const progress = progressUnder(renamings, history);
  return { ...loaded, deck, written, renamings, progress, doubts: match.doubts };
}

async function matchFor(comparison: Comparison, loaded: LoadedDeck, history: StoredHistory): Promise<Match> {
  const cache = new MatchCache(loaded.cache);
  const known = cache.find(comparison);
  if (known !== null) return known;
  const { matchNotes } = await import("../history/identity/match-notes.ts");
  const match = matchNotes(comparison, await wordingsFor(comparison, loaded, history));
  cache.keep(comparison, match);
  return match;
}

async function wordingsFor(
  { lost }: Comparison,
  loaded: LoadedDeck,
  history: StoredHistory,
): Promise<Wordings> {
  const textOf = await loaded.openTexts();
  const events = history.find(new Set(lost.flatMap(({ rows }) => rows.map(({ event }) => event))));
  return {
    ofPast: ({ rows }) => {
      const rowsByText = new Map(rows.map((row) => [row.texts.at(-1), row]));
      return [...rowsByText.values()].flatMap((row) => {
        const event = events.get(row.event);
        return event !== undefined && "question" in event ? [event] : [];
      });
    },
    ofPresent: ({ faces }) => faces.flatMap(({ text }) => textOf(text)?.wording ?? []),
  };
}

/** Sorts behind the name of every device. */
const NOWHERE = "~";

/** Returns what follows from a history when the renamings have been added to it. */
function progressUnder(renamings: readonly CardRenamed[], history: StoredHistory): Progress {
  const progress = history.progress();
  if (renamings.length === 0) return progress;
  const when = { at: progress.head?.at ?? instantOf(0), tz: 0, day: dayOfNumber(0) };
  const events = renamings.map((body, index) => eventOf({ ...when, ...body }, eventIdOf(NOWHERE, index + 1)));
  const resumption = resume(progress, events);
  const after =
    resumption.kind === "resumed" ? resumption.progress : replay([...history.events(), ...events]);
  return { ...after, head: progress.head };
}

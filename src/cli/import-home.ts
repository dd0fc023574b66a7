import { ledgerIn } from "../anki/export/ledger.ts";
import { keysByGuid } from "../anki/import/card-owner.ts";
import { knownHistory } from "../anki/import/known-history.ts";
import type { Home } from "../anki/import/plan-import.ts";
import { momentAt } from "../base/day.ts";
import type { Lang } from "../base/lang.ts";
import type { Card, CardId } from "../card/card.ts";
import { faceIn, noteOf } from "../card/card.ts";
import type { Progress } from "../history/progress.ts";
import type { IdentifiedDeck } from "../store/identify-deck.ts";
import type { StoredHistory } from "../store/stored-history.ts";
import type { Context } from "./context.ts";
import { knownEvents } from "./known-events.ts";
import { progressLine } from "./progress-line.ts";

/** Returns what is here when a package comes: the notes by their guids, and what is known of cards. */
export function homeOf(context: Context, known: IdentifiedDeck, history: StoredHistory): Home {
  const { clock, config, terminal, words } = context;
  const { progress, deck } = known;
  const events = knownEvents(context, known, history);
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const notes = new Set(deck.cards.map(({ note }) => note));
  return {
    known: knownHistory(events),
    progress,
    keys: keysByGuid(ledgerIn(events), [...notesWithPast(progress), ...notes]),
    hasNote: (uid) => notes.has(uid),
    momentAt: (at) => momentAt(at, clock.zone, config.rollover),
    now: clock.now(),
    langOf: (card) => langOf(cards.get(card), context.lang),
    onProgress: progressLine(terminal, words.anki.import.progress),
  };
}

/** The uids of notes may be known although no deck in use has them. */
function notesWithPast({ seen, cards }: Progress): readonly string[] {
  const ids = [...(Object.keys(seen) as CardId[]), ...(Object.keys(cards) as CardId[])];
  return ids.map(noteOf);
}

/** Nobody knows in which language a card was asked there: most likely in the one in which it would be asked here. */
function langOf(card: Card | undefined, lang: Lang): Lang {
  return (card === undefined ? null : faceIn(card, lang))?.lang ?? lang;
}

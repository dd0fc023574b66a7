import { isDeepStrictEqual } from "node:util";

import type { Moment } from "../base/day.ts";
import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { CardId } from "../card/card.ts";
import type { EventDraft, HistoryEvent } from "../history/event.ts";
import { unseenCards } from "../history/identity/unseen-cards.ts";
import { dayTally } from "../history/progress.ts";
import { withSightings, type SeenText } from "../history/sighting.ts";
import { redoTarget, undoTarget } from "../history/undo.ts";
import type { Limits } from "../review/queue.ts";
import type { Effect, Message, SessionStart } from "../review/session.ts";
import type { TextLookup } from "../store/deck-texts.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import type { LoadedDeck } from "../store/load-deck.ts";
import { openStore, type Store } from "../store/store.ts";
import { limitsOf, momentOf, wantedParameters, type Context } from "./context.ts";
import { seenTexts } from "./seen-text.ts";

/** The history, open for a sitting. */
export interface OpenSitting {
  readonly store: Store;
  readonly start: SessionStart;
  readonly textOf: TextLookup;
  /** Does what a session wants, durably, and reports it. Failures of the disk come back as reports. */
  readonly perform: (effect: Effect) => Message;
}

/** Opens the history for writing and prepares a sitting with `extra` new cards beyond the day's limit. Throws the Failures of `openStore`. */
export async function openSitting(
  context: Context,
  loaded: LoadedDeck,
  extra: number,
  lang: Lang,
): Promise<OpenSitting> {
  const store = openStore(context.places);
  try {
    const moment = momentOf(context);
    setParameters(store, context, moment);
    const limits = limitsOf(context);
    const known = await identifyDeck(loaded, store);
    const textOf = await loaded.openTexts();
    const see = seenTexts(known.deck, textOf);
    rememberNotes(store, known, see, moment);
    return {
      store,
      textOf,
      start: {
        deck: known.deck,
        progress: store.progress(),
        rules: {
          limits: extended(limits, extra, dayTally(store.progress(), moment.day).introduced),
          grades: context.config.grades,
          lang,
        },
        moment,
      },
      perform: (effect) => performEffect(store, effect, see, () => momentOf(context)),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** More new cards than the day's limit allows, counted from those already learned today. */
function extended(limits: Limits, extra: number, introduced: number): Limits {
  return extra === 0 ? limits : { ...limits, newPerDay: Math.max(limits.newPerDay, introduced) + extra };
}

/** What the configuration asks for becomes part of the journal, so that a replay needs nothing else. */
function setParameters(store: Store, context: Context, moment: Moment): void {
  const parameters = wantedParameters(context);
  if (isDeepStrictEqual(parameters, store.progress().parameters)) return;
  store.append([{ ...moment, type: "parameters-set", parameters }]);
}

/** What has become of the notes becomes part of the journal, so that they are found again after the next edit. */
function rememberNotes(
  store: Store,
  { deck, renamings, progress }: IdentifiedDeck,
  see: (card: CardId) => SeenText | null,
  moment: Moment,
): void {
  const renamed = renamings.map((body): EventDraft => ({ ...moment, ...body }));
  const seen = unseenCards(deck, progress).flatMap((card): readonly EventDraft[] => {
    const text = see(card);
    return text === null ? [] : [{ ...moment, type: "card-seen", card, ...text }];
  });
  if (renamed.length + seen.length > 0) store.append([...renamed, ...seen]);
}

function performEffect(
  store: Store,
  effect: Effect,
  see: (card: CardId) => SeenText | null,
  now: () => Moment,
): Message {
  try {
    const action =
      effect.type === "record"
        ? record(store, effect.drafts, see)
        : retract(store, effect.which, effect.moment);
    return { type: "recorded", action, progress: store.progress(), moment: now() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { type: "record-failed", failure: error.facts, moment: now() };
  }
}

function record(
  store: Store,
  drafts: readonly EventDraft[],
  see: (card: CardId) => SeenText | null,
): HistoryEvent {
  const action = store.append(withSightings(drafts, store.progress(), see)).at(-1);
  if (action === undefined) throw new Error("a session asked to record nothing");
  return action;
}

/** Takes back the last action, or the last taking back; returns that action. Throws the Failures `nothing-to-undo` and `nothing-to-redo`. */
export function retract(store: Store, which: "undo" | "redo", moment: Moment): HistoryEvent {
  const targetOf = which === "undo" ? undoTarget : redoTarget;
  const target = targetOf(store.events(), store.device);
  if (target === null)
    throw new Failure({ code: which === "undo" ? "nothing-to-undo" : "nothing-to-redo", data: {} });
  store.append([{ ...moment, type: "retracted", event: target.retract }]);
  return target.action;
}

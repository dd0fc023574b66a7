import { isDeepStrictEqual } from "node:util";

import type { Moment } from "../base/day.ts";
import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { CardId } from "../card/card.ts";
import type { EventDraft, HistoryEvent } from "../history/event.ts";
import { ownersOf } from "../history/owners.ts";
import { dayTally } from "../history/progress.ts";
import { withSightings, type SeenText } from "../history/sighting.ts";
import { redoTarget, undoTarget } from "../history/undo.ts";
import type { Limits } from "../review/queue.ts";
import type { DeckChanged, Effect, Message, SessionStart } from "../review/session.ts";
import type { TextLookup } from "../store/deck-texts.ts";
import type { LoadedDeck } from "../store/load-deck.ts";
import { openStore, type Store } from "../store/store.ts";
import { limitsOf, momentOf, type Context } from "./context.ts";
import { keepDrawn, rememberNotes, sittingNotes, successorsOf, type SittingNotes } from "./sitting-notes.ts";
import { wantedParameters } from "./wanted-parameters.ts";

/** The history, open for a sitting. */
export interface OpenSitting {
  readonly store: Store;
  readonly start: SessionStart;
  /** Finds texts in the notes as they were read last. */
  readonly textOf: TextLookup;
  /** Does what a session wants, durably, and reports it. Failures of the disk come back as reports. */
  readonly perform: (effect: Effect) => Message;
  /**
   * Goes on with the notes as they are now; returns what the session has to know of it, `null` if it was closed
   * meanwhile. Throws the Failures `journal-read` and `journal-write`.
   */
  readonly adopt: (loaded: LoadedDeck) => Promise<(DeckChanged & { readonly moment: Moment }) | null>;
  readonly close: () => void;
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
    const notes = await sittingNotes(loaded, store);
    rememberNotes(store, notes, moment);
    const limits = limitsOf(context);
    const start: SessionStart = {
      deck: notes.known.deck,
      progress: store.progress(),
      rules: {
        limits: extended(limits, extra, dayTally(store.progress(), moment.day).introduced),
        grades: context.config.grades,
        lang,
      },
      moment,
    };
    return { store, start, ...atWork(context, store, notes) };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** What a sitting does while it is open: its notes may become others. */
function atWork(
  context: Context,
  store: Store,
  first: SittingNotes,
): Pick<OpenSitting, "textOf" | "perform" | "adopt" | "close"> {
  let notes = first;
  let state: "open" | "closed" = "open";
  return {
    textOf: (ref) => notes.textOf(ref),
    perform: (effect) => performEffect(store, effect, notes.see, () => momentOf(context)),
    adopt: async (loaded) => {
      const read = await sittingNotes(loaded, store);
      const successors = await successorsOf(notes, read);
      if (state === "closed") return null;
      const moment = momentOf(context);
      rememberNotes(store, read, moment);
      keepDrawn(notes, read, successors);
      notes = read;
      return { type: "deck-changed", deck: read.known.deck, progress: store.progress(), successors, moment };
    },
    close: () => {
      state = "closed";
      store.close();
    },
  };
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
  return asNamedNow(target.action, store.events());
}

/** Returns an action with its card called as it is now: the note may have got an id of its own since. */
function asNamedNow(action: HistoryEvent, events: readonly HistoryEvent[]): HistoryEvent {
  const card = ownersOf(events).of(action);
  return card === null || !("card" in action) || "to" in action ? action : { ...action, card };
}

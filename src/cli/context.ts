import { momentAt, type Moment } from "../base/day.ts";
import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { Messages } from "../locale/messages.ts";
import type { Limits } from "../review/queue.ts";
import type { Locality } from "../review/today.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../schedule/parameters.ts";
import type { Config } from "../store/config.ts";
import { identifyDeck, type IdentifiedDeck } from "../store/identify-deck.ts";
import { importedDecks } from "../store/imported-notes.ts";
import { loadDeck, type LoadedDeck } from "../store/load-deck.ts";
import type { Places } from "../store/places.ts";
import { readHistory } from "../store/store.ts";
import type { StoredHistory } from "../store/stored-history.ts";
import type { Arguments } from "./arguments.ts";
import type { Clock } from "./clock.ts";
import type { Terminal } from "./terminal.ts";

/** Everything that a command works with. */
export interface Context {
  readonly arguments: Arguments;
  readonly lang: Lang;
  readonly words: Messages;
  readonly places: Places;
  readonly config: Config;
  readonly clock: Clock;
  readonly terminal: Terminal;
  /** The folder of the deck that is shipped. */
  readonly shippedDeck: string;
}

/** Returns now, and which logical day it is. */
export function momentOf({ clock, config }: Context): Moment {
  return momentAt(clock.now(), clock.zone, config.rollover);
}

/** Returns what turns logical days into instants here. */
export function localityOf({ clock, config }: Context): Locality {
  return { zone: clock.zone, rollover: config.rollover };
}

/** Returns how much a day may hold. */
export function limitsOf({ config }: Context): Limits {
  return { newPerDay: config.newPerDay, reviewsPerDay: config.reviewsPerDay, learnAhead: config.learnAhead };
}

/** Returns the scheduling parameters that the configuration asks for. */
export function wantedParameters({ config }: Context): Parameters {
  return {
    ...DEFAULT_PARAMETERS,
    retention: config.retention,
    weights: config.weights ?? DEFAULT_PARAMETERS.weights,
    learningSteps: config.learningSteps,
    relearningSteps: config.relearningSteps,
  };
}

/** Returns the paths of the decks in use: the ones named; else those configured, or the one that is shipped, and the ones imported. */
export function deckPaths(context: Context): readonly string[] {
  const named = context.arguments.options.get("deck") ?? [];
  if (named.length > 0) return named;
  const own = context.config.decks.length > 0 ? context.config.decks : [context.shippedDeck];
  return [...own, ...importedDecks(context.places)];
}

/** Loads the deck in use; a long compile tells how far it is. Throws the Failure `deck-missing`. */
export async function loadedDeck(context: Context, paths = deckPaths(context)): Promise<LoadedDeck> {
  const { terminal, words } = context;
  const loaded = await loadDeck({
    decks: paths,
    cache: context.places.cache,
    onProgress: (done, total) => terminal.progress(words.readingNotes(done, total)),
  });
  terminal.progress(null);
  const missing = loaded.problems.find((problem) => problem.code === "deck-missing");
  if (missing !== undefined) throw new Failure({ code: "deck-missing", data: { path: missing.place.file } });
  return loaded;
}

/** Loads the deck in use, its cards known by their past. Throws the Failure `journal-read`. */
export async function identifiedDeck(
  context: Context,
  history: StoredHistory = readHistory(context.places),
): Promise<IdentifiedDeck> {
  return await identifyDeck(await loadedDeck(context), history);
}

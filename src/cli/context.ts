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
import { cancellable } from "./cancellable.ts";
import type { Clock } from "./clock.ts";
import { progressLine } from "./progress-line.ts";
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
  /** The folder of the built program: what runs exercises is there. */
  readonly program: string;
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

/** Loads the deck in use; a long compile tells how far it is and can be stopped. Throws the Failures `deck-missing` and `stopped`. */
export async function loadedDeck(context: Context, paths = deckPaths(context)): Promise<LoadedDeck> {
  const { terminal, words } = context;
  const tell = progressLine(terminal, words.readingNotes);
  try {
    return complete(
      await cancellable(({ signal, takesLong }) => {
        const onProgress = (done: number, total: number): void => {
          takesLong();
          tell(done, total);
        };
        return loadDeck({ decks: paths, cache: context.places.cache, onProgress, signal });
      }),
    );
  } finally {
    terminal.progress(null);
  }
}

/** Loads the deck in use once more, without a word: the terminal is drawn on. Throws the Failure `deck-missing`. */
export async function reloadedDeck(context: Context): Promise<LoadedDeck> {
  return complete(await loadDeck({ decks: deckPaths(context), cache: context.places.cache }));
}

function complete(loaded: LoadedDeck): LoadedDeck {
  const { missing } = loaded;
  if (missing !== null) throw new Failure({ code: "deck-missing", data: { path: missing } });
  return loaded;
}

/** Loads the deck in use, its cards known by their past. Throws the Failure `journal-read`. */
export async function identifiedDeck(
  context: Context,
  history: StoredHistory = readHistory(context.places),
): Promise<IdentifiedDeck> {
  return await identifyDeck(await loadedDeck(context), history);
}

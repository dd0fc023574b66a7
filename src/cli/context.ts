import { momentAt, type Moment } from "../base/day.ts";
import type { Lang } from "../base/lang.ts";
import type { Messages } from "../locale/messages.ts";
import type { Limits } from "../review/queue.ts";
import type { Locality } from "../review/today.ts";
import type { Config } from "../store/config.ts";
import { importedDecks } from "../store/imported-notes.ts";
import type { Places } from "../store/places.ts";
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

/** Returns the paths of the decks in use: the ones named; else those configured, or the one that is shipped, and the ones imported. */
export function deckPaths(context: Context): readonly string[] {
  const named = context.arguments.options.get("deck") ?? [];
  if (named.length > 0) return named;
  const own = context.config.decks.length > 0 ? context.config.decks : [context.shippedDeck];
  return [...own, ...importedDecks(context.places)];
}

import { basename } from "node:path";

import type { Lang } from "../base/lang.ts";
import type { Progress } from "../history/progress.ts";
import type { HomeFacts } from "../pages/home-page.ts";
import { todayOf } from "../review/today.ts";
import type { LoadedDeck } from "../store/load-deck.ts";
import { deckPaths, limitsOf, localityOf, momentOf, type Context } from "./context.ts";

/** The most new cards that are offered beyond the day's limit at once. */
export const EXTRA = 10;

/** Returns what the first screen tells. */
export function homeFacts(
  context: Context,
  { deck, severities }: LoadedDeck,
  progress: Progress,
  lang: Lang,
): HomeFacts {
  const today = todayOf({ deck, progress }, limitsOf(context), momentOf(context), localityOf(context));
  const { counts } = today.queue;
  return {
    day: today.day,
    deckTitle:
      deck.title[lang] ||
      deckPaths(context)
        .map((path) => basename(path))
        .join(" · "),
    cards: deck.cards.length,
    review: counts.review,
    learning: counts.learning,
    fresh: counts.new,
    answered: today.tally.answers,
    minutes: today.minutes,
    streak: today.streak,
    nextIn: today.nextIn,
    extra: Math.min(EXTRA, today.unseen),
    exercises: deck.cards.filter(({ kind }) => kind === "exercise").length,
    errors: severities.error,
    warnings: severities.warning,
  };
}

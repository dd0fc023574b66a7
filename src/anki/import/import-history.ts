import type { Instant, Moment } from "../../base/day.ts";
import { instantOf, SECOND } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { CardId } from "../../card/card.ts";
import type { EventDraft } from "../../history/event.ts";
import type { Progress } from "../../history/progress.ts";
import { cardProgress } from "../../history/progress.ts";
import { RATINGS } from "../../schedule/memory.ts";
import type { KnownHistory } from "./known-history.ts";
import type { PackageCard, PackageReview } from "./package-contents.ts";

/** Why something of a package isn't taken. */
export type SkipReason =
  /** It is here already. */
  | "known"
  /** An answer that changed nothing there. */
  | "practised"
  /** Its day was set by hand, or by FSRS: here days follow from answers. */
  | "rescheduled"
  /** It lies in the future: some clock was wrong. */
  | "future"
  /** A card that has a state, and no answers that it could follow from. */
  | "no-answers"
  /** A card without a question or without an answer in words. */
  | "no-words";

/** What is here, and how a moment here is made of a time. */
export interface Here {
  readonly known: KnownHistory;
  readonly progress: Progress;
  readonly momentAt: (at: Instant) => Moment;
  readonly now: Instant;
  readonly langOf: (card: CardId) => Lang;
}

/** What comes of a card's history: events for the journal, and what was left behind, once for each piece. */
export interface CardHistory {
  readonly drafts: readonly EventDraft[];
  readonly skipped: readonly SkipReason[];
}

/** Returns what the review log of a card comes to here. `reviews` are all of that card, in any order. */
export function importHistory(
  card: CardId,
  there: PackageCard,
  reviews: readonly PackageReview[],
  here: Here,
): CardHistory {
  const inOrder = reviews.toSorted((one, other) => one.at - other.at);
  const lastReset = inOrder.findLastIndex(({ event }) => event.kind === "reset");
  const outcomes = inOrder.map((review, index) =>
    importReview(card, review, index < lastReset ? "before-reset" : "counting", here),
  );
  const drafts = outcomes.filter((outcome) => typeof outcome !== "string");
  const skipped = outcomes.filter((outcome) => typeof outcome === "string");
  const isStateOnly = there.state !== "new" && !reviews.some(({ event }) => event.kind === "rated");
  return {
    drafts: [...drafts, ...standingDrafts(card, there, here)],
    skipped: [
      ...skipped.filter((reason) => reason !== "nothing"),
      ...(isStateOnly ? (["no-answers"] as const) : []),
    ],
  };
}

/** What a row of the log comes to; a card that was reset there needs no word, it has only not been answered since. */
type Outcome = EventDraft | SkipReason | "nothing";

function importReview(
  card: CardId,
  review: PackageReview,
  age: "before-reset" | "counting",
  here: Here,
): Outcome {
  const { event, at, milliseconds } = review;
  if (event.kind === "reset") return "nothing";
  if (event.kind !== "rated") return event.kind;
  if (at > here.now) return "future";
  if (here.known.knows(card, at, event.rating)) return "known";
  const { tz, day } = here.momentAt(instantOf(at));
  return {
    at: instantOf(at),
    tz,
    day,
    type: "card-rated",
    card,
    lang: here.langOf(card),
    rating: RATINGS[event.rating - 1] ?? "good",
    ms: milliseconds,
    // What was learned before a reset is counted like practice: it happened, and changes nothing.
    ...(age === "counting" ? { source: "import" } : { source: "cram", origin: "import" }),
  };
}

/** A card that is suspended or marked there is so here too, unless somebody here has decided since. */
function standingDrafts(
  card: CardId,
  { standing, flag, note, modified }: PackageCard,
  here: Here,
): readonly EventDraft[] {
  const own = cardProgress(here.progress, card);
  const at = Math.min(modified * SECOND, here.now);
  const when = here.momentAt(instantOf(at));
  const drafts: EventDraft[] = [];
  if (standing === "suspended" && own.standing === "active" && here.known.lastStanding(card) < at) {
    drafts.push({ ...when, type: "card-suspended", card, origin: "import" });
  }
  const isMarked = flag !== 0 || note.tags.some((tag) => tag.toLowerCase() === "marked");
  if (isMarked && own.flag === null && here.known.lastFlag(card) < at) {
    drafts.push({ ...when, type: "card-flagged", card, reason: "Anki", origin: "import" });
  }
  return drafts;
}

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
  /** The card was made a new one there: what was before counts no more, and nothing else comes of it. */
  | "reset"
  /** It lies in the future: some clock was wrong. */
  | "future"
  /** A card that has a state, and no answers that it could follow from. */
  | "no-answers"
  /** A card without a question or without an answer in words. */
  | "no-words"
  /** An answer to such a card. */
  | "of-no-words";

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
    skipped: [...skipped, ...(isStateOnly ? (["no-answers"] as const) : [])],
  };
}

function importReview(
  card: CardId,
  review: PackageReview,
  age: "before-reset" | "counting",
  here: Here,
): EventDraft | SkipReason {
  const { event, at, milliseconds } = review;
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

/** A card that is suspended, buried today or marked there is so here too, unless somebody here has decided since. */
function standingDrafts(card: CardId, there: PackageCard, here: Here): readonly EventDraft[] {
  const when = here.momentAt(instantOf(Math.min(there.modified * SECOND, here.now)));
  const aside = asideOf(card, there, when, here);
  const drafts: EventDraft[] = aside === null ? [] : [{ ...when, type: aside, card, origin: "import" }];
  if (isToBeFlagged(card, there, when, here)) {
    drafts.push({ ...when, type: "card-flagged", card, reason: "Anki", origin: "import" });
  }
  return drafts;
}

function asideOf(
  card: CardId,
  { standing }: PackageCard,
  when: Moment,
  { progress, known, momentAt, now }: Here,
): "card-suspended" | "card-buried" | null {
  const own = cardProgress(progress, card);
  switch (standing) {
    case "suspended":
      return own.standing === "active" && known.lastStanding(card) < when.at ? "card-suspended" : null;
    case "buried": {
      const isToday = when.day === momentAt(now).day && own.buriedOn !== when.day;
      return isToday && known.lastBurial(card) < when.at ? "card-buried" : null;
    }
    default:
      return null;
  }
}

function isToBeFlagged(card: CardId, { flag, note }: PackageCard, when: Moment, here: Here): boolean {
  const isMarked = flag !== 0 || note.tags.some((tag) => tag.toLowerCase() === "marked");
  const isOpen = cardProgress(here.progress, card).flag === null;
  return isMarked && isOpen && here.known.lastFlag(card) < when.at;
}

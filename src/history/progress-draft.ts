import type { Day } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import { noteOf } from "../card/card.ts";
import { createExerciseScheduler } from "../schedule/exercise-scheduler.ts";
import { createScheduler } from "../schedule/scheduler.ts";
import { placeCard, rateCard } from "./card-progress.ts";
import { countAnswer } from "./day-tally.ts";
import type { EventId } from "./event-id.ts";
import type {
  CardFlagged,
  CardNoted,
  CardRated,
  CardRelinked,
  CardRenamed,
  CardSeen,
  CardStanding,
  EventHead,
  HistoryEvent,
  ParametersSet,
} from "./event.ts";
import type { CardProgress, DayTally, Position, Progress, Sighting } from "./progress.ts";
import { cardProgress, dayTally, parametersOf, sightingOf } from "./progress.ts";
import { sightingAfter } from "./sighting.ts";

/** An event that is part of the history of a card. */
type CardEvent = EventHead &
  (CardSeen | CardRated | CardStanding | CardFlagged | CardNoted | CardRenamed | CardRelinked);

/** A progress that events are being taken into; only what they change is held apart from where it began. */
export class ProgressDraft {
  readonly #base: Progress;
  readonly #cards = new Map<CardId, CardProgress>();
  readonly #seen = new Map<CardId, Sighting>();
  readonly #days = new Map<Day, DayTally>();
  #parameters: Progress["parameters"];
  #scheduler;
  #exerciseScheduler;

  constructor(base: Progress) {
    this.#base = base;
    this.#parameters = base.parameters;
    this.#scheduler = createScheduler(parametersOf(base));
    this.#exerciseScheduler = createExerciseScheduler(parametersOf(base));
  }

  /** Takes in an event that counts, as part of the history of `card`. Events come in the order of replay. */
  take(event: HistoryEvent, card: CardId | null): void {
    if (event.type === "parameters-set") this.#takeParameters(event);
    else if (card !== null && event.type !== "retracted" && event.type !== "notes-exported")
      this.#takeInto(card, event);
  }

  /** Returns the progress that has come of it; `head` is the last event, counting or not. */
  finish(head: Position | null, awaited: readonly EventId[]): Progress {
    return {
      cards: changed(this.#base.cards, this.#cards),
      seen: changed(this.#base.seen, this.#seen),
      days: changed(this.#base.days, this.#days),
      parameters: this.#parameters,
      head,
      awaited,
    };
  }

  #takeInto(card: CardId, event: CardEvent): void {
    switch (event.type) {
      case "card-rated":
        return this.#takeRating(card, event);
      case "card-seen":
        return this.#takeSighting(card, event);
      case "card-relinked":
        for (const each of this.#cardsSeenOf(card)) this.#takeSighting(each, event);
        return;
      case "card-renamed":
        return;
      default:
        this.#cards.set(card, placeCard(this.#card(card), event));
    }
  }

  #takeRating(card: CardId, event: EventHead & CardRated): void {
    const before = this.#card(card);
    const tally = this.#days.get(event.day) ?? dayTally(this.#base, event.day);
    this.#days.set(event.day, countAnswer(tally, event, before));
    // What was once attempted is an exercise, wherever it is answered later.
    const isExercise = event.attempt !== undefined || before.fixKind !== undefined;
    const scheduler = isExercise ? this.#exerciseScheduler : this.#scheduler;
    const after = rateCard(before, event, scheduler);
    if (after !== before) this.#cards.set(card, after);
  }

  #takeSighting(card: CardId, event: EventHead & (CardSeen | CardRelinked)): void {
    this.#seen.set(card, sightingAfter(this.#sighting(card), event));
  }

  /** Returns the cards of a card's note that the ledger has rows for; the card itself if there is none. */
  #cardsSeenOf(card: CardId): readonly CardId[] {
    const known = new Set([...(Object.keys(this.#base.seen) as CardId[]), ...this.#seen.keys()]);
    const siblings = [...known].filter((each) => noteOf(each) === noteOf(card));
    return siblings.length === 0 ? [card] : siblings;
  }

  #takeParameters({ parameters }: ParametersSet): void {
    this.#parameters = parameters;
    this.#scheduler = createScheduler(parameters);
    this.#exerciseScheduler = createExerciseScheduler(parameters);
  }

  #card(card: CardId): CardProgress {
    return this.#cards.get(card) ?? cardProgress(this.#base, card);
  }

  #sighting(card: CardId): Sighting | null {
    return this.#seen.get(card) ?? sightingOf(this.#base, card);
  }
}

/** Returns a record with what has changed of it; one that hasn't is the same. */
function changed<Key extends string, Value>(
  base: Readonly<Record<Key, Value>>,
  news: ReadonlyMap<Key, Value>,
): Readonly<Record<Key, Value>> {
  return news.size === 0 ? base : { ...base, ...Object.fromEntries(news) };
}

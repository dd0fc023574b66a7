import type { Day } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import { createScheduler } from "../schedule/scheduler.ts";
import { placeCard, rateCard } from "./card-progress.ts";
import { countAnswer } from "./day-tally.ts";
import type { EventId } from "./event-id.ts";
import type { CardRated, EventHead, HistoryEvent, ParametersSet } from "./event.ts";
import type { CardProgress, DayTally, Position, Progress, Sighting } from "./progress.ts";
import { cardProgress, dayTally, parametersOf } from "./progress.ts";
import { sightingIn } from "./sighting.ts";

/** A progress that events are being taken into; only what they change is held apart from where it began. */
export class ProgressDraft {
  readonly #base: Progress;
  readonly #cards = new Map<CardId, CardProgress>();
  readonly #seen = new Map<CardId, Sighting>();
  readonly #days = new Map<Day, DayTally>();
  #parameters: Progress["parameters"];
  #scheduler;

  constructor(base: Progress) {
    this.#base = base;
    this.#parameters = base.parameters;
    this.#scheduler = createScheduler(parametersOf(base));
  }

  /** Takes in an event that counts. Events come in the order of replay. */
  take(event: HistoryEvent): void {
    if (event.type === "card-rated") this.#takeRating(event);
    else if (event.type === "card-seen") this.#seen.set(event.card, sightingIn(event));
    else if (event.type === "parameters-set") this.#takeParameters(event);
    else if (event.type !== "retracted")
      this.#cards.set(event.card, placeCard(this.#card(event.card), event));
  }

  /** Returns the progress that has come of it; `head` is the last event, counting or not. */
  finish(head: Position | null, awaited: readonly EventId[]): Progress {
    return {
      cards: { ...this.#base.cards, ...Object.fromEntries(this.#cards) },
      seen: { ...this.#base.seen, ...Object.fromEntries(this.#seen) },
      days: { ...this.#base.days, ...Object.fromEntries(this.#days) },
      parameters: this.#parameters,
      head,
      awaited,
    };
  }

  #takeRating(event: EventHead & CardRated): void {
    const before = this.#card(event.card);
    const tally = this.#days.get(event.day) ?? dayTally(this.#base, event.day);
    this.#days.set(event.day, countAnswer(tally, event, before));
    const after = rateCard(before, event, this.#scheduler);
    if (after !== before) this.#cards.set(event.card, after);
  }

  #takeParameters({ parameters }: ParametersSet): void {
    this.#parameters = parameters;
    this.#scheduler = createScheduler(parameters);
  }

  #card(card: CardId): CardProgress {
    return this.#cards.get(card) ?? cardProgress(this.#base, card);
  }
}

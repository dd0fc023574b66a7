import type { Instant, Zone } from "../../src/base/day.ts";
import { DAY, HOUR, instantOf, MINUTE, momentAt } from "../../src/base/day.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { CardId } from "../../src/card/card.ts";
import { eventIdOf } from "../../src/history/event-id.ts";
import type { EventBody, HistoryEvent, RatingSource } from "../../src/history/event.ts";
import { eventOf } from "../../src/history/event.ts";
import type { Memory } from "../../src/schedule/memory.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";

/** The zone of the sample's learner. */
export const SHANGHAI: Zone = { offsetAt: () => 480 };

/** The hour at which the sample's days begin. */
export const ROLLOVER = 4;

const DEVICE = "5a3b1e00";

/** Notes down what a learner does, as a store would, and knows what has become of the cards. */
export class Diary {
  readonly #events: HistoryEvent[] = [];
  readonly #memories = new Map<string, Memory>();
  readonly #scheduler = createScheduler(DEFAULT_PARAMETERS);

  get events(): readonly HistoryEvent[] {
    return this.#events;
  }

  note(at: number, body: EventBody): HistoryEvent {
    const when = momentAt(instantOf(at), SHANGHAI, ROLLOVER);
    const event = eventOf({ ...when, ...body }, eventIdOf(DEVICE, this.#events.length + 1));
    this.#events.push(event);
    return event;
  }

  rate(at: number, card: string, rating: number, ms = 5200, source: RatingSource = "review"): HistoryEvent {
    const name = RATINGS[rating - 1] ?? "good";
    const event = this.note(at, {
      type: "card-rated",
      card: card as CardId,
      lang: "zh",
      rating: name,
      ms,
      source,
    });
    if (source !== "cram") {
      this.#memories.set(card, this.#scheduler.next(card, this.#memories.get(card) ?? null, name, event));
    }
    return event;
  }

  isDue(at: number, card: string): boolean {
    const due = this.#memories.get(card)?.due;
    if (due === undefined) return true;
    return due.kind === "instant" ? due.at <= at : due.day <= momentAt(instantOf(at), SHANGHAI, ROLLOVER).day;
  }
}

/** Studies cards for some days, three new ones a day: each is answered when it is due, well or badly as chance has it. */
export function study(diary: Diary, cards: readonly string[], begin: Instant, days: number): void {
  const random = seededRandom(cards.length);
  for (let day = 0; day < days; day += 1) {
    let at = begin + day * DAY + 9 * HOUR;
    for (const card of cards.slice(0, day * 3 + 3)) {
      for (let turn = 0; turn < 3 && diary.isDue(at, card); turn += 1) {
        diary.rate(at, card, ratingBy(random()), Math.floor(2000 + random() * 90_000));
        at += 11 * MINUTE + Math.floor(random() * 20_000);
      }
      at += Math.floor(random() * 20_000);
    }
  }
}

function ratingBy(chance: number): number {
  if (chance < 0.15) return 1;
  if (chance < 0.25) return 2;
  return chance < 0.9 ? 3 : 4;
}

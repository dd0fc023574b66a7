import type { Moment } from "../../base/day.ts";
import type { CardId } from "../../card/card.ts";
import type { CardRated, EventHead, HistoryEvent } from "../../history/event.ts";
import { inOrder } from "../../history/order.ts";
import { ownersOf } from "../../history/owners.ts";
import { retractedBy } from "../../history/retraction.ts";
import type { Memory, Rating } from "../../schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../schedule/parameters.ts";
import { createScheduler } from "../../schedule/scheduler.ts";

/** An answer that counts, with what was known of its card before and after. */
export interface Answer {
  readonly card: CardId;
  readonly rating: Rating;
  readonly moment: Moment;
  /** Its id in a review log: when it was given, or a little later, for no two answers share one. */
  readonly id: number;
  readonly ms: number;
  readonly before: Memory | null;
  readonly after: Answered;
}

/** What an answer did to the memory of its card: practice does nothing. */
export type Answered = { readonly kind: "learned"; readonly memory: Memory } | { readonly kind: "practised" };

/** Returns the answers of a whole journal that count, by their ids. */
export function answersIn(events: readonly HistoryEvent[]): readonly Answer[] {
  const retracted = retractedBy(events);
  const owners = ownersOf(events);
  const memories = new Map<CardId, Memory>();
  const answers: Answer[] = [];
  let scheduler = createScheduler(DEFAULT_PARAMETERS);
  let lastId = 0;
  for (const event of inOrder(events)) {
    if (retracted.has(event.id)) continue;
    if (event.type === "parameters-set") scheduler = createScheduler(event.parameters);
    if (event.type !== "card-rated") continue;
    const card = owners.of(event) ?? event.card;
    const before = memories.get(card) ?? null;
    lastId = Math.max(event.at, lastId + 1);
    const after = answered(event, () => scheduler.next(event.card, before, event.rating, event));
    if (after.kind === "learned") memories.set(card, after.memory);
    answers.push({ ...factsOf(event), card, id: lastId, before, after });
  }
  return answers;
}

function answered({ source }: CardRated, learn: () => Memory): Answered {
  return source === "cram" ? { kind: "practised" } : { kind: "learned", memory: learn() };
}

function factsOf({
  card,
  rating,
  at,
  day,
  tz,
  ms,
}: EventHead & CardRated): Pick<Answer, "card" | "rating" | "moment" | "ms"> {
  return { card, rating, moment: { at, day, tz }, ms };
}

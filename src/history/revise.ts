import type { Day } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import { amendTally } from "./day-tally.ts";
import type { HistoryEvent } from "./event.ts";
import { cardOf } from "./event.ts";
import { comparePositions } from "./order.ts";
import type { DayTally, Progress } from "./progress.ts";
import { dayTally } from "./progress.ts";
import { replay } from "./replay.ts";

/**
 * Returns what follows when a retraction has been added to the journal that `progress` follows from: equal to
 * `replay(events)`, but replays no more than the card concerned. `events` is the whole journal, the retraction included.
 */
export function revise(
  progress: Progress,
  events: readonly HistoryEvent[],
  retraction: HistoryEvent,
): Progress {
  const action = actionBehind(events, retraction);
  const card = action === null ? null : cardOf(action);
  if (card === null) return replay(events);
  const concerned = events.filter((event) => [card, null].includes(cardOf(event)));
  const before = replay(concerned.filter(({ id }) => id !== retraction.id));
  const after = replay(concerned);
  return {
    cards: exchange(progress.cards, after.cards, card),
    seen: exchange(progress.seen, after.seen, card),
    days: amendDays(progress, { before, after, days: new Set(concerned.map(({ day }) => day)) }),
    parameters: progress.parameters,
    head: laterOf(progress.head, { at: retraction.at, id: retraction.id }),
    awaited: progress.awaited,
  };
}

/** Returns what a retraction takes away or, being the retraction of another, brings back. */
function actionBehind(events: readonly HistoryEvent[], retraction: HistoryEvent): HistoryEvent | null {
  const byId = new Map(events.map((event) => [event.id, event]));
  let action: HistoryEvent | undefined = retraction;
  while (action?.type === "retracted") {
    byId.delete(action.id);
    action = byId.get(action.event);
  }
  return action ?? null;
}

/** Returns the records of all cards, that of `card` exchanged for the one in `after` or, if there is none, taken out. */
function exchange<Value>(
  all: Readonly<Record<CardId, Value>>,
  after: Readonly<Record<CardId, Value>>,
  card: CardId,
): Readonly<Record<CardId, Value>> {
  const exchanged: Record<CardId, Value> = { ...all, ...after };
  if (!Object.hasOwn(after, card)) delete exchanged[card];
  return exchanged;
}

/** What was counted on some days before and after a change. */
interface Change {
  readonly before: Progress;
  readonly after: Progress;
  readonly days: Iterable<Day>;
}

function amendDays(progress: Progress, { before, after, days }: Change): Progress["days"] {
  const amended: Record<Day, DayTally> = { ...progress.days };
  for (const day of days) {
    const tally = amendTally(dayTally(progress, day), dayTally(after, day), dayTally(before, day));
    if (tally.answers === 0) delete amended[day];
    else amended[day] = tally;
  }
  return amended;
}

function laterOf(head: Progress["head"], position: NonNullable<Progress["head"]>): Progress["head"] {
  return head !== null && comparePositions(head, position) > 0 ? head : position;
}

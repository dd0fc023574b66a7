import type { Day } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import { noteOf } from "../card/card.ts";
import { amendTally } from "./day-tally.ts";
import type { HistoryEvent } from "./event.ts";
import { cardOf } from "./event.ts";
import { comparePositions } from "./order.ts";
import { isRenaming, ownersOf } from "./owners.ts";
import type { DayTally, Progress } from "./progress.ts";
import { dayTally } from "./progress.ts";
import { replay } from "./replay.ts";

/**
 * Returns what follows when a retraction has been added to the journal that `progress` follows from: equal to
 * `replay(events)`, but replays no more than the note concerned, unless some note has got another uid.
 * `events` is the whole journal, the retraction included.
 */
export function revise(
  progress: Progress,
  events: readonly HistoryEvent[],
  retraction: HistoryEvent,
): Progress {
  const action = actionBehind(events, retraction);
  if (action === null || cardOf(action) === null || events.some(isRenaming)) return replay(events);
  const owners = ownersOf(events);
  const noteBehind = (event: HistoryEvent): string | null => {
    const card = owners.of(event);
    return card === null ? null : noteOf(card);
  };
  const note = noteBehind(action);
  const concerned = events.filter((event) => [note, null].includes(noteBehind(event)));
  const before = replay(concerned.filter(({ id }) => id !== retraction.id));
  const after = replay(concerned);
  return {
    cards: exchange(progress.cards, before.cards, after.cards),
    seen: exchange(progress.seen, before.seen, after.seen),
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

type ById<Value> = Readonly<Record<CardId, Value>>;

/** Returns the records of all cards, those in `before` exchanged for those in `after`. */
function exchange<Value>(
  all: ById<Value>,
  before: ById<NoInfer<Value>>,
  after: ById<NoInfer<Value>>,
): ById<Value> {
  const exchanged: Record<CardId, Value> = { ...all, ...after };
  for (const card of Object.keys(before) as CardId[]) {
    if (!Object.hasOwn(after, card)) delete exchanged[card];
  }
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

import type { Moment } from "../base/day.ts";
import { instantOf } from "../base/day.ts";
import type { CardId } from "../card/card.ts";
import { cardProgress } from "../history/progress.ts";
import type { Session } from "./session.ts";

/**
 * Returns the moment at which an answer given now counts: never before the card's last answer, though the clock may have
 * been put back since. A replay goes by time, and would take the two in the wrong order.
 */
export function answerMoment({ progress, moment }: Session, card: CardId): Moment {
  const last = cardProgress(progress, card).memory?.last;
  return last === undefined ? moment : { ...moment, at: instantOf(Math.max(last.at, moment.at)) };
}

import { faceIn } from "../card/card.ts";
import type { SummaryFacts } from "../pages/summary-page.ts";
import { nextAt } from "../review/queue.ts";
import type { Session } from "../review/session.ts";
import { summarise } from "../review/summary.ts";
import { localityOf, type Context } from "./context.ts";

/** Returns what a sitting came to, with the questions in its language. */
export function summaryFacts(context: Context, session: Session): SummaryFacts {
  const { byRating, ms, introduced, remembered, again } = summarise(session);
  const here = localityOf(context);
  const next = nextAt(session.queue, here.zone, here.rollover);
  return {
    byRating,
    ms,
    fresh: introduced,
    remembered,
    again: again.map((card) => faceIn(card, context.lang)?.face.prompt ?? card.id),
    left: session.queue.entries.length,
    nextIn: next === null ? null : Math.max(0, next - session.moment.at),
  };
}

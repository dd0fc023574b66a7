import type { Moment } from "../base/day.ts";
import { agendaOf } from "../review/agenda-of.ts";
import type { Agenda } from "../review/agenda.ts";
import { buildQueue } from "../review/queue.ts";
import { limitsOf, localityOf, type Context } from "./context.ts";
import { identifiedDeck } from "./decks.ts";

/** Works out from all cards and their past what there is to do at `moment`. Throws the Failures of `identifiedDeck`. */
export async function agendaAnew(context: Context, moment: Moment): Promise<Agenda> {
  const { deck, progress } = await identifiedDeck(context);
  const limits = limitsOf(context);
  const queue = buildQueue(deck, progress, limits, moment);
  return agendaOf(queue, limits, moment, localityOf(context));
}

import type { Moment } from "../base/day.ts";
import { agendaOf, holdsAt, type Agenda } from "../review/agenda.ts";
import { buildQueue } from "../review/queue.ts";
import { AgendaFile } from "../store/agenda-file.ts";
import { deckPaths, identifiedDeck, limitsOf, localityOf, type Context } from "./context.ts";

/**
 * Returns what there is to do at `moment`: what was said last if nothing has changed since, without looking at any card.
 * Throws the Failures of `identifiedDeck`.
 */
export async function agendaNow(context: Context, moment: Moment): Promise<Agenda> {
  const file = new AgendaFile(context.places, deckPaths(context), restOf(context, moment));
  const kept = file.read();
  if (kept !== null && holdsAt(kept, moment.at)) return kept;
  const { deck, progress } = await identifiedDeck(context);
  const limits = limitsOf(context);
  const queue = buildQueue(deck, progress, limits, moment);
  const agenda = agendaOf(queue, limits, moment, localityOf(context));
  file.keep(agenda);
  return agenda;
}

/** Names what an agenda follows from besides notes and history. */
function restOf({ config, terminal }: Context, { tz }: Moment): string {
  return JSON.stringify([config, tz, terminal.environment["TZ"] ?? null]);
}

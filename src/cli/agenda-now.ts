import type { Moment } from "../base/day.ts";
import { holdsAt, type Agenda } from "../review/agenda.ts";
import { AgendaFile } from "../store/agenda-file.ts";
import { deckPaths, type Context } from "./context.ts";

/**
 * Returns what there is to do at `moment`: what was said last if nothing has changed since, without looking at any card.
 * Throws the Failures of `identifiedDeck`.
 */
export async function agendaNow(context: Context, moment: Moment): Promise<Agenda> {
  const file = new AgendaFile(context.places, deckPaths(context), restOf(context, moment));
  const kept = file.read();
  if (kept !== null && holdsAt(kept, moment.at)) return kept;
  const { agendaAnew } = await import("./agenda-anew.ts");
  const agenda = await agendaAnew(context, moment);
  file.keep(agenda);
  return agenda;
}

/** Names what an agenda follows from besides notes and history. */
function restOf({ config, terminal }: Context, { tz }: Moment): string {
  return JSON.stringify([config, tz, terminal.environment["TZ"] ?? null]);
}

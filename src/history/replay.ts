import type { HistoryEvent } from "./event.ts";
import { comparePositions, inOrder } from "./order.ts";
import { isRenaming, ownersOf } from "./owners.ts";
import { ProgressDraft } from "./progress-draft.ts";
import type { Progress } from "./progress.ts";
import { NO_PROGRESS } from "./progress.ts";
import { retractedBy } from "./retraction.ts";

/** What came of going on from a progress: the later one, or that the whole journal must be read again. */
export type Resumption =
  | { readonly kind: "resumed"; readonly progress: Progress }
  | { readonly kind: "replay-needed" };

/** Returns what follows from a whole journal. The order in which it is given is of no account; each event is in it once. */
export function replay(events: readonly HistoryEvent[]): Progress {
  const known = new Set(events.map(({ id }) => id));
  const awaited = [...retractedBy(events)].filter((id) => !known.has(id));
  return progressAfter(NO_PROGRESS, events, awaited.sort());
}

/**
 * Returns what follows when `tail` is added to what `progress` follows from: equal to a replay of both together.
 * It can't be told from `tail` alone if that reaches back: with events from before the head, by touching what counts
 * there, or by giving a note another uid, which may make one history of two.
 */
export function resume(progress: Progress, tail: readonly HistoryEvent[]): Resumption {
  if (reachesBack(progress, tail)) return { kind: "replay-needed" };
  return { kind: "resumed", progress: progressAfter(progress, tail, progress.awaited) };
}

/** Returns what follows when events come after a progress. */
function progressAfter(
  base: Progress,
  events: readonly HistoryEvent[],
  awaited: Progress["awaited"],
): Progress {
  if (events.length === 0 && awaited === base.awaited) return base;
  const retracted = retractedBy(events);
  const owners = ownersOf(events);
  const draft = new ProgressDraft(base);
  let { head } = base;
  for (const event of inOrder(events)) {
    if (!retracted.has(event.id)) draft.take(event, owners.of(event));
    head = { at: event.at, id: event.id };
  }
  return draft.finish(head, awaited);
}

function reachesBack({ head, awaited }: Progress, tail: readonly HistoryEvent[]): boolean {
  const ids = new Set(tail.map(({ id }) => id));
  return (
    tail.some(isRenaming) ||
    (head !== null && tail.some((event) => comparePositions(event, head) < 0)) ||
    awaited.some((id) => ids.has(id)) ||
    [...retractedBy(tail)].some((id) => !ids.has(id))
  );
}

import type { EventId } from "./event-id.ts";
import type { HistoryEvent } from "./event.ts";

/** Returns what doesn't count: whatever is named by a retraction that itself counts. The order of events is of no account. */
export function retractedBy(events: readonly HistoryEvent[]): ReadonlySet<EventId> {
  const retractions = new Map<EventId, EventId[]>();
  for (const event of events) {
    if (event.type !== "retracted") continue;
    const others = retractions.get(event.event);
    if (others === undefined) retractions.set(event.event, [event.id]);
    else others.push(event.id);
  }
  const counts = countsBy(retractions);
  return new Set([...retractions.keys()].filter((id) => !counts(id)));
}

function countsBy(retractions: ReadonlyMap<EventId, readonly EventId[]>): (id: EventId) => boolean {
  const known = new Map<EventId, boolean>();
  const counts = (id: EventId): boolean => {
    const verdict = known.get(id);
    if (verdict !== undefined) return verdict;
    // Retractions that name each other in a ring, which no program writes, must not keep us here for ever.
    known.set(id, true);
    const isRetracted = (retractions.get(id) ?? []).some(counts);
    known.set(id, !isRetracted);
    return !isRetracted;
  };
  return counts;
}

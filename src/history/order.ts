import { deviceOf, numberOf } from "./event-id.ts";
import type { Position } from "./progress.ts";

/**
 * Compares two events by when they happened; where the clock doesn't decide, by device, then by their number on it.
 * Negative: `a` comes first.
 */
export function comparePositions(a: Position, b: Position): number {
  if (a.at !== b.at) return a.at - b.at;
  const [deviceA, deviceB] = [deviceOf(a.id), deviceOf(b.id)];
  if (deviceA !== deviceB) return deviceA < deviceB ? -1 : 1;
  return numberOf(a.id) - numberOf(b.id);
}

/** Returns events in the order of replay. */
export function inOrder<Event extends Position>(events: readonly Event[]): readonly Event[] {
  return events.toSorted(comparePositions);
}

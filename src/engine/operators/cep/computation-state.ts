import { compareEventIds } from "./event-id.ts";
import type { EventId } from "./event-id.ts";

/** A partial match: where it stands and what it has taken (Flink's `ComputationState`). */
export interface ComputationState {
  /** Name of the state of the automaton. */
  readonly currentState: string;
  /** The event that was taken last, as the shared buffer knows it; `null` before the first. */
  readonly previousNode: number | null;
  /** The first event; `null` before it. */
  readonly startEvent: EventId | null;
  /** Time of the event that was taken last, ms; -1 before the first. */
  readonly previousTimestamp: number;
}

/** Returns the match that has taken nothing yet. Every event that fits begins a new match from it. */
export function startOf(stateName: string): ComputationState {
  return { currentState: stateName, previousNode: null, startEvent: null, previousTimestamp: -1 };
}

/** Orders matches by their first event; those that have none come last. */
export function compareComputations(left: ComputationState, right: ComputationState): number {
  if (left.startEvent === null || right.startEvent === null) {
    return Number(left.startEvent === null) - Number(right.startEvent === null);
  }
  return compareEventIds(left.startEvent, right.startEvent);
}

/** The matches of one key that are under way (Flink's `NFAState`). The arrays are heaps. */
export interface NFAState {
  readonly partialMatches: readonly ComputationState[];
  /** Matches that are complete but wait for earlier ones, because those would make them go. */
  readonly completedMatches: readonly ComputationState[];
  /** How many nodes the shared buffer has been given; the next one's number. */
  readonly nodeCount: number;
}

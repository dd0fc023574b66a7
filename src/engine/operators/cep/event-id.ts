/** Which event it is: events are ordered by time, those of one time by arrival (Flink's `EventId`). */
export interface EventId {
  /** Event time, or the processing time of its arrival, ms. */
  readonly timestamp: number;
  /** Grows with each event that a match takes. */
  readonly id: number;
}

/** Compares two events by their order. */
export function compareEventIds(left: EventId, right: EventId): number {
  return left.timestamp - right.timestamp || left.id - right.id;
}

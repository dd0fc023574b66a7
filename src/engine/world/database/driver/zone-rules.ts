/** A moment from which on a zone has another offset. */
export interface ZoneTransition {
  /** The moment, in ms since the epoch. */
  readonly at: number;
  /** The offset from UTC from then on, in ms; positive east of Greenwich. */
  readonly offset: number;
}

/** The offsets of a zone, written down: the engine knows no zone by itself, so that nothing depends on a machine. */
export interface ZoneRules {
  /** The offset from UTC in ms before the first transition. */
  readonly initialOffset: number;
  /** In order of time. */
  readonly transitions: readonly ZoneTransition[];
}

/** Returns the rules of a zone that never changes; `hours` are those it is ahead of UTC. */
export function fixedZone(hours: number): ZoneRules {
  return { initialOffset: hours * 3_600_000, transitions: [] };
}

/** Returns the offset (ms) of a zone at a moment. */
export function offsetAt({ initialOffset, transitions }: ZoneRules, epochMillis: number): number {
  return transitions.findLast(({ at }) => at <= epochMillis)?.offset ?? initialOffset;
}

/**
 * Returns the moment (ms since the epoch) at which the clocks of a zone show a wall time, as Java's `Timestamp.valueOf`
 * does: a time that occurs twice is taken the first time, and one that is skipped moves on by what is skipped.
 */
export function momentOfWallTime(zone: ZoneRules, wallMillis: number): number {
  const offsets = [zone.initialOffset, ...zone.transitions.map(({ offset }) => offset)];
  const moments = offsets
    .map((offset) => wallMillis - offset)
    .filter((moment) => moment + offsetAt(zone, moment) === wallMillis);
  return moments.length > 0 ? Math.min(...moments) : wallMillis - offsetBeforeGap(zone, wallMillis);
}

/** Returns the offset before the transition whose gap swallows a wall time. */
function offsetBeforeGap(zone: ZoneRules, wallMillis: number): number {
  let before = zone.initialOffset;
  for (const { at, offset } of zone.transitions) {
    if (wallMillis >= at + before && wallMillis < at + offset) return before;
    before = offset;
  }
  return before;
}

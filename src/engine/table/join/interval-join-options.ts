/** What an interval join needs to know of one of its sides. */
export interface IntervalJoinSideOptions {
  readonly keyIndices: readonly number[];
  readonly timeIndex: number;
  readonly arity: number;
  /** Whether its rows are sent without a match too, when they expire. */
  readonly padding: "outer" | "none";
}

/** What an interval join needs to know. */
export interface IntervalJoinOptions {
  /** Whether the times are row times, or processing times: then each row has the time of its arrival. */
  readonly time: "event" | "processing";
  readonly left: IntervalJoinSideOptions;
  readonly right: IntervalJoinSideOptions;
  /** The right time is at least left + `lower` and at most left + `upper`, ms. */
  readonly lower: number;
  readonly upper: number;
  /** ms that expired rows wait longer in the state, so that there are fewer clean-ups (0 = none). */
  readonly minCleanupInterval: number;
}

/** When the life of an entry begins anew: when it is made or written, or also when it is read. */
export type UpdateType = "OnCreateAndWrite" | "OnReadAndWrite";

/** What a read gives of an entry that has expired and is still there: nothing, or once more its value. */
export type StateVisibility = "NeverReturnExpired" | "ReturnExpiredIfNotCleanedUp";

/** How expired entries go that nobody reads: by a few entries looked at with each access, or not at all. */
export type BackgroundCleanup = "incremental" | "none";

/** How long an entry of a state lives (Flink's `StateTtlConfig`), in processing time. */
export interface StateTtlConfig {
  /** Milliseconds. An entry has expired once `last access + ttl <= now`. */
  readonly ttl: number;
  readonly updateType: UpdateType;
  readonly stateVisibility: StateVisibility;
  readonly cleanup: BackgroundCleanup;
}

/** Returns the settings for a life of `ttl` ms, with Flink's defaults where nothing is said. */
export function stateTtlConfig(
  ttl: number,
  settings: Partial<Omit<StateTtlConfig, "ttl">> = {},
): StateTtlConfig {
  return {
    ttl,
    updateType: "OnCreateAndWrite",
    stateVisibility: "NeverReturnExpired",
    cleanup: "incremental",
    ...settings,
  };
}

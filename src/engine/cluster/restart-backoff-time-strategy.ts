/**
 * Decides whether and when a failed job starts again (Flink's `RestartBackoffTimeStrategy`). `notifyFailure` comes
 * first at each failure, then `canRestart`, and only if that is true `getBackoffTime`. All times are ms on the
 * caller's clock.
 */
export interface RestartBackoffTimeStrategy {
  /** Takes note of a failure and tells whether it begins a new attempt; `false`: it belongs to the last one. */
  readonly notifyFailure: (now: number) => boolean;
  /** Tells whether the job may start again. */
  readonly canRestart: (now: number) => boolean;
  /** Returns how long to wait before the job starts again, ms. */
  readonly getBackoffTime: (now: number) => number;
}

/** A restart strategy as it is configured (`restart-strategy.type` and its options). */
export type RestartStrategyOptions =
  | { readonly type: "none" }
  | FixedDelayOptions
  | FailureRateOptions
  | ExponentialDelayOptions;

/** `fixed-delay`: a number of restarts, each after the same delay (ms). By default 1 after 1 s. */
export interface FixedDelayOptions {
  readonly type: "fixedDelay";
  readonly attempts: number;
  readonly delay: number;
}

/** `failure-rate`: as many failures as `max` within `interval` (ms) are borne. By default 1 in 1 min, after 1 s. */
export interface FailureRateOptions {
  readonly type: "failureRate";
  readonly max: number;
  readonly interval: number;
  readonly delay: number;
}

/** `exponential-delay`: a delay that grows from failure to failure, and is forgotten after a quiet time. */
export interface ExponentialDelayOptions {
  readonly type: "exponentialDelay";
  /** First and longest delay, ms; by default 1 s and 1 min. */
  readonly initial: number;
  readonly max: number;
  /** Growth of the delay, above 1; by default 1.5. */
  readonly multiplier: number;
  /** Quiet time after a restart that makes the next failure the first again, ms; by default 1 h. */
  readonly resetAfter: number;
  /** Attempts before the job fails for good; without it there is no limit. */
  readonly attempts?: number;
}

/** Flink's defaults of the strategy that a job with checkpoints has if none is configured. */
export const DEFAULT_EXPONENTIAL_DELAY: ExponentialDelayOptions = {
  type: "exponentialDelay",
  initial: 1000,
  max: 60_000,
  multiplier: 1.5,
  resetAfter: 3_600_000,
};

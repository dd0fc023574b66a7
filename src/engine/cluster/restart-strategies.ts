import type {
  ExponentialDelayOptions,
  FailureRateOptions,
  FixedDelayOptions,
  RestartBackoffTimeStrategy,
  RestartStrategyOptions,
} from "./restart-backoff-time-strategy.ts";

/** Returns the strategy that the options describe; it begins without any failure. */
export function createRestartStrategy(options: RestartStrategyOptions): RestartBackoffTimeStrategy {
  switch (options.type) {
    case "none":
      return noRestart;
    case "fixedDelay":
      return fixedDelay(options);
    case "failureRate":
      return failureRate(options);
    case "exponentialDelay":
      return exponentialDelay(options);
  }
}

/** Every failure ends the job (Flink's `NoRestartBackoffTimeStrategy`). */
const noRestart: RestartBackoffTimeStrategy = {
  notifyFailure: () => true,
  canRestart: () => false,
  getBackoffTime: () => 0,
};

/** Flink's `FixedDelayRestartBackoffTimeStrategy`. */
function fixedDelay({ attempts, delay }: FixedDelayOptions): RestartBackoffTimeStrategy {
  let failures = 0;
  return {
    notifyFailure: () => {
      failures += 1;
      return true;
    },
    canRestart: () => failures <= attempts,
    getBackoffTime: () => delay,
  };
}

/** Keeps the times of the last `max + 1` failures (Flink's `FailureRateRestartBackoffTimeStrategy`). */
function failureRate({ max, interval, delay }: FailureRateOptions): RestartBackoffTimeStrategy {
  const failures: number[] = [];
  return {
    notifyFailure: (now) => {
      if (failures.length > max) failures.shift();
      failures.push(now);
      return true;
    },
    canRestart: (now) => {
      const [earliest] = failures;
      return failures.length <= max || earliest === undefined || now - earliest > interval;
    },
    getBackoffTime: () => delay,
  };
}

/** Flink's `ExponentialDelayRestartBackoffTimeStrategy` without its random jitter. */
function exponentialDelay(options: ExponentialDelayOptions): RestartBackoffTimeStrategy {
  const { initial, max, multiplier, resetAfter, attempts = Number.POSITIVE_INFINITY } = options;
  let attempt = 0;
  let nextRestart = Number.NEGATIVE_INFINITY;
  return {
    notifyFailure: (now) => {
      if (now <= nextRestart) return false;
      if (now - nextRestart >= resetAfter) attempt = 0;
      const backoff = Math.trunc(initial * multiplier ** attempt);
      nextRestart = now + Math.max(initial, Math.min(backoff, max));
      attempt += 1;
      return true;
    },
    canRestart: () => attempt <= attempts,
    getBackoffTime: (now) => Math.max(0, nextRestart - now),
  };
}

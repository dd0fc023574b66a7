import type { RestartStrategyOptions } from "../../cluster/restart-backoff-time-strategy.ts";

/** Says that a job has failed for good; Flink's class of the same name. */
export class JobExecutionException extends Error {
  override readonly name = "JobExecutionException";
}

/** Says why the JobManager gave a job up; Flink's class of the same name. */
export class JobException extends Error {
  override readonly name = "JobException";
}

/** Says that a cluster has fewer slots than a job needs; Flink's class of the same name. */
export class NoResourceAvailableException extends Error {
  override readonly name = "NoResourceAvailableException";

  constructor(required: number, available: number) {
    super(
      "Could not acquire the minimum required resources. " +
        `The job needs ${required} slots, and the cluster has ${available}.`,
    );
  }
}

/** Returns what Flink says when its strategy forbids another attempt. */
export function recoverySuppressed(strategy: RestartStrategyOptions, cause: unknown): JobException {
  return new JobException(`Recovery is suppressed by ${describe(strategy)}`, { cause });
}

function describe(strategy: RestartStrategyOptions): string {
  switch (strategy.type) {
    case "none":
      return "NoRestartBackoffTimeStrategy";
    case "fixedDelay":
      return (
        `FixedDelayRestartBackoffTimeStrategy(maxNumberRestartAttempts=${strategy.attempts}, ` +
        `backoffTimeMS=${strategy.delay})`
      );
    case "failureRate":
      return (
        "FailureRateRestartBackoffTimeStrategy(FailureRateRestartBackoffTimeStrategy(" +
        `failuresIntervalMS=${strategy.interval},` +
        `backoffTimeMS=${strategy.delay},maxFailuresPerInterval=${strategy.max})`
      );
    case "exponentialDelay":
      return (
        `ExponentialDelayRestartBackoffTimeStrategy(initialBackoffMS=${strategy.initial}, ` +
        `maxBackoffMS=${strategy.max}, backoffMultiplier=${strategy.multiplier}, ` +
        `resetBackoffThresholdMS=${strategy.resetAfter})`
      );
  }
}

const MINUTE = 60_000;
const ONE_HUNDRED_AND_TWENTY_EIGHT_MEBIBYTES = 128 * 2 ** 20;

/** What is known of a file that is being written; times in ms. */
export interface PartFileProgress {
  readonly bytes: number;
  readonly createdAt: number;
  readonly lastWrittenAt: number;
}

/** Says when a file ends and the next one begins (Flink's `RollingPolicy`). */
export interface RollingPolicy {
  readonly shouldRollOnCheckpoint: "yes" | "no";
  readonly shouldRollOnEvent: (file: PartFileProgress) => boolean;
  readonly shouldRollOnProcessingTime: (file: PartFileProgress, now: number) => boolean;
}

/** Ends every file with a checkpoint, as formats must that cannot go on with a file (Flink's `OnCheckpointRollingPolicy`). */
export const ON_CHECKPOINT_ROLLING_POLICY: RollingPolicy = {
  shouldRollOnCheckpoint: "yes",
  shouldRollOnEvent: () => false,
  shouldRollOnProcessingTime: () => false,
};

/** When a file is large or old enough; times in ms, sizes in bytes. */
export interface RollingLimits {
  readonly maxPartSize: number;
  readonly rolloverInterval: number;
  readonly inactivityInterval: number;
}

/**
 * Returns the policy that ends a file by its size, its age, or when nothing has come for a while: by default 128 MiB, a
 * minute and a minute (Flink's `DefaultRollingPolicy`).
 */
export function defaultRollingPolicy(given: Partial<RollingLimits> = {}): RollingPolicy {
  const limits: RollingLimits = {
    maxPartSize: ONE_HUNDRED_AND_TWENTY_EIGHT_MEBIBYTES,
    rolloverInterval: MINUTE,
    inactivityInterval: MINUTE,
    ...given,
  };
  return {
    shouldRollOnCheckpoint: "no",
    shouldRollOnEvent: ({ bytes }) => bytes > limits.maxPartSize,
    shouldRollOnProcessingTime: ({ createdAt, lastWrittenAt }, now) =>
      now - createdAt >= limits.rolloverInterval || now - lastWrittenAt >= limits.inactivityInterval,
  };
}

import type { CompletedCheckpoint } from "./completed-checkpoint.ts";

/** Why a checkpoint was given up (Flink's `CheckpointFailureReason`, with its words). */
export type CheckpointFailureReason =
  | "Checkpoint expired before completing."
  | "Checkpoint has been subsumed."
  | "Checkpoint was declined (task is closing)"
  | "FailoverRegion is restarting."
  | "CheckpointCoordinator shutdown."
  | "Not all required tasks are currently running.";

/** What came of a checkpoint, for who asked for it. */
export type CheckpointOutcome =
  | { readonly type: "completed"; readonly checkpoint: CompletedCheckpoint }
  | { readonly type: "aborted"; readonly reason: CheckpointFailureReason };

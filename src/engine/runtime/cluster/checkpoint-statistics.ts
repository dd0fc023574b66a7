import type { CheckpointOutcome } from "../checkpoint/checkpoint-outcome.ts";
import type { PendingCheckpoint } from "../checkpoint/pending-checkpoint.ts";

/** What is known of one checkpoint when it has ended (Flink's `CheckpointStatsSnapshot`, one row of it). */
export interface CheckpointRecord {
  readonly id: number;
  readonly type: "checkpoint" | "savepoint";
  readonly status: "completed" | "aborted";
  /** Why it was given up; empty if it was not. */
  readonly reason: string;
  /** When it began, ms. */
  readonly triggeredAt: number;
  /** How long it took, ms. */
  readonly duration: number;
}

/** The checkpoints of a run that have ended, in this order. */
export class CheckpointStatistics {
  readonly #records: CheckpointRecord[] = [];

  get records(): readonly CheckpointRecord[] {
    return this.#records;
  }

  /** How many have been completed. */
  get numCompleted(): number {
    return this.#records.filter(({ status }) => status === "completed").length;
  }

  /** Takes note of a checkpoint that ended at `now` (ms). */
  add({ id, triggeredAt, request }: PendingCheckpoint, outcome: CheckpointOutcome, now: number): void {
    this.#records.push({
      id,
      type: request.type,
      status: outcome.type,
      reason: outcome.type === "aborted" ? outcome.reason : "",
      triggeredAt,
      duration: now - triggeredAt,
    });
  }
}

import type { CheckpointOutcome } from "../checkpoint/checkpoint-outcome.ts";
import type { SnapshotType } from "../checkpoint/completed-checkpoint.ts";
import type { PendingCheckpoint } from "../checkpoint/pending-checkpoint.ts";
import { snapshotBytes } from "../task/snapshot-size.ts";
import { inFlightElements } from "../task/task-snapshot.ts";

/** What is known of one checkpoint when it has ended (Flink's `CheckpointStatsSnapshot`, one row of it). */
export interface CheckpointRecord {
  readonly id: number;
  readonly type: SnapshotType;
  readonly status: "completed" | "aborted";
  /** Why it was given up; empty if it was not. */
  readonly reason: string;
  /** When it began, ms. */
  readonly triggeredAt: number;
  /** How long it took, ms. */
  readonly duration: number;
  /** How long the first barrier waited for the last one at the subtask that waited the longest, ms. */
  readonly alignmentDuration: number;
  /** Elements that were under way and are part of it: none, unless its barriers overtook them. */
  readonly inFlightElements: number;
  /** What the subtasks have written, bytes; `null` in a run that nobody measures. */
  readonly size: number | null;
}

/** The checkpoints of a run that have ended, in this order. */
export class CheckpointStatistics {
  readonly #records: CheckpointRecord[] = [];
  readonly #sizes: "measured" | "unknown";

  /** To measure sizes takes time: all state is looked at. */
  constructor(sizes: "measured" | "unknown") {
    this.#sizes = sizes;
  }

  get records(): readonly CheckpointRecord[] {
    return this.#records;
  }

  /** How many have been completed. */
  get numCompleted(): number {
    return this.#records.filter(({ status }) => status === "completed").length;
  }

  /** Takes note of a checkpoint that ended at `now` (ms). */
  add(
    { id, triggeredAt, request, snapshots }: PendingCheckpoint,
    outcome: CheckpointOutcome,
    now: number,
  ): CheckpointRecord {
    const record: CheckpointRecord = {
      id,
      type: request.type,
      status: outcome.type,
      reason: outcome.type === "aborted" ? outcome.reason : "",
      triggeredAt,
      duration: now - triggeredAt,
      alignmentDuration: Math.max(0, ...snapshots.map(({ alignmentDuration }) => alignmentDuration)),
      inFlightElements: sum(snapshots.map(({ inFlight }) => inFlightElements(inFlight).length)),
      size: this.#sizes === "measured" ? sum(snapshots.map(snapshotBytes)) : null,
    };
    this.#records.push(record);
    return record;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

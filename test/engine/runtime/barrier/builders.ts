import { LONG_MAX } from "../../../../src/engine/java/long.ts";
import type {
  CheckpointableInput,
  CheckpointableTask,
} from "../../../../src/engine/runtime/barrier/checkpoint-barrier-handler.ts";
import type { CheckpointBarrier } from "../../../../src/engine/runtime/barrier/checkpoint-barrier.ts";

/** Returns a barrier that stays aligned, of a checkpoint that began at 0. */
export function aBarrier(id: number, options: Partial<CheckpointBarrier> = {}): CheckpointBarrier {
  return { id, timestamp: 0, alignment: "aligned", alignedCheckpointTimeout: LONG_MAX, ...options };
}

/** A task that writes down what a handler wants of it: `1` took part in checkpoint 1, `-1` gave it up. */
export class RecordingTask implements CheckpointableTask, CheckpointableInput {
  readonly told: string[] = [];
  readonly blocked = new Set<number>();

  triggerCheckpointOnBarrier({ id, alignment }: CheckpointBarrier): void {
    this.told.push(alignment === "unaligned" ? `${id} unaligned` : `${id}`);
  }

  abortCheckpointOnBarrier(checkpointId: number): void {
    this.told.push(`-${checkpointId}`);
  }

  blockConsumption(channel: number): void {
    this.blocked.add(channel);
  }

  resumeConsumption(channel: number): void {
    this.blocked.delete(channel);
  }
}

import { LONG_MAX } from "../../java/long.ts";

/** How a checkpoint treats the barriers of a task's channels (Flink's `CheckpointOptions.AlignmentType`). */
type BarrierAlignment = "at-least-once" | "aligned" | "unaligned";

/** What a checkpoint's coordinator sends through the streams, and each task sends on (Flink's `CheckpointBarrier`). */
export interface CheckpointBarrier {
  readonly id: number;
  /** When the checkpoint began, ms. */
  readonly timestamp: number;
  readonly alignment: BarrierAlignment;
  /** Age of the checkpoint, ms, at which an aligned barrier turns unaligned; `LONG_MAX` if it never does. */
  readonly alignedCheckpointTimeout: number;
}

/** Tells whether the barrier is aligned only for a time. */
export function isTimeoutable({ alignment, alignedCheckpointTimeout }: CheckpointBarrier): boolean {
  return alignment === "aligned" && alignedCheckpointTimeout > 0 && alignedCheckpointTimeout !== LONG_MAX;
}

/** Returns the same barrier as one that overtakes what is before it. */
export function asUnaligned(barrier: CheckpointBarrier): CheckpointBarrier {
  return { ...barrier, alignment: "unaligned", alignedCheckpointTimeout: LONG_MAX };
}

import { LONG_MAX } from "../java/long.ts";
import type {
  CheckpointableInput,
  CheckpointBarrierHandler,
} from "../runtime/barrier/checkpoint-barrier-handler.ts";
import { CheckpointBarrierTracker } from "../runtime/barrier/checkpoint-barrier-tracker.ts";
import type { CheckpointBarrier } from "../runtime/barrier/checkpoint-barrier.ts";
import { SingleCheckpointBarrierHandler } from "../runtime/barrier/single-checkpoint-barrier-handler.ts";
import { SubtaskCheckpointCoordinator } from "../runtime/barrier/subtask-checkpoint-coordinator.ts";
import type { ProcessingTimeService } from "../time/processing-time-service.ts";
import type { JsonObject } from "./json.ts";
import type { TaskEmission } from "./task-emission.ts";

/** How the checkpoints of a played task treat its barriers. */
export interface TaskCheckpointMode {
  readonly mode: "exactlyOnce" | "atLeastOnce" | "unaligned";
  /** With `unaligned`: aligned for so long, ms; 0 from the first unaligned. */
  readonly alignmentTimeout: number;
}

/** Where the checkpoints of a played task take place. */
export interface CheckpointPlace {
  readonly numChannels: number;
  readonly input: CheckpointableInput;
  readonly processingTimeService: ProcessingTimeService;
  readonly emission: TaskEmission;
}

/** Returns what handles the barriers of a played task. */
export function createBarrierHandler(
  mode: TaskCheckpointMode,
  place: CheckpointPlace,
): CheckpointBarrierHandler {
  const { numChannels, input, processingTimeService, emission } = place;
  const task = new SubtaskCheckpointCoordinator({
    prepareSnapshotPreBarrier: () => {},
    broadcastBarrier: (barrier) => emission.emitEvent(describe(barrier, mode)),
    snapshotState: () => {},
    broadcastCancelMarker: (checkpointId) => emission.emitEvent({ cancelBarrier: checkpointId }),
  });
  if (mode.mode === "atLeastOnce") return new CheckpointBarrierTracker(numChannels, task);
  return new SingleCheckpointBarrierHandler(numChannels, { task, input, processingTimeService });
}

function describe(
  { id, alignment }: CheckpointBarrier,
  { alignmentTimeout }: TaskCheckpointMode,
): JsonObject {
  return alignmentTimeout === 0 ? { barrier: id } : { barrier: id, unaligned: alignment === "unaligned" };
}

/** Returns the barrier that a sender gives `now` for a checkpoint that began at `timestamp`. */
export function barrierOf(
  { mode, alignmentTimeout }: TaskCheckpointMode,
  checkpoint: { readonly id: number; readonly timestamp: number; readonly now: number },
): CheckpointBarrier {
  const { id, timestamp, now } = checkpoint;
  const barrier = { id, timestamp, alignedCheckpointTimeout: LONG_MAX };
  if (mode === "atLeastOnce") return { ...barrier, alignment: "at-least-once" };
  if (mode === "exactlyOnce") return { ...barrier, alignment: "aligned" };
  if (now - timestamp >= alignmentTimeout) return { ...barrier, alignment: "unaligned" };
  return { ...barrier, alignment: "aligned", alignedCheckpointTimeout: alignmentTimeout };
}

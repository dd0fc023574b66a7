import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { TaskSnapshot } from "./task-snapshot.ts";

/** The cluster, as a subtask sees it. */
export interface TaskGateway<Task> {
  readonly clock: VirtualClock;
  /** Whether a subtask whose input has ended waits for one more checkpoint. */
  readonly finalCheckpoint: "awaited" | "none";
  readonly wake: (task: Task) => void;
  readonly charge: (micros: number) => void;
  /** Whether the step that is being taken costs time, so far. */
  readonly takesTime: () => boolean;
  readonly acknowledge: (task: Task, checkpointId: number, snapshot: TaskSnapshot) => void;
  /** The subtask cannot take part in a checkpoint any more. */
  readonly decline: (task: Task, checkpointId: number) => void;
  /** The reader of a source says how far (ms) it is. */
  readonly reportWatermark: (task: Task, watermark: number) => void;
  readonly onFinished: (task: Task) => void;
}

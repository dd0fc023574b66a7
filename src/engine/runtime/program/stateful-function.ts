import type { StreamOperator } from "../../operators/stream-operator.ts";

/**
 * What any function with an object of its own may have besides: operator state (Flink's `CheckpointedFunction`), news
 * of checkpoints (`CheckpointListener`), and a last moment before the end of the input.
 */
export type StatefulFunction = Pick<
  StreamOperator,
  "initializeState" | "snapshotState" | "notifyCheckpointComplete" | "notifyCheckpointAborted" | "finish"
>;

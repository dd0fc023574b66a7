/**
 * How far a subtask's life has come (Flink's `ExecutionState`, as far as it shows): it has been made; it works; its
 * input has ended and it waits for what is in flight, or for its final checkpoint; it is over.
 */
export type TaskState = "DEPLOYING" | "RUNNING" | "ENDING" | "FINISHED" | "CANCELED";

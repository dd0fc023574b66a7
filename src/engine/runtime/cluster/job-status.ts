/** How a job is (Flink's `JobStatus`, as far as it shows). */
export type JobStatus =
  | "CREATED"
  | "RUNNING"
  | "RESTARTING"
  | "FINISHED"
  | "FAILED"
  | "CANCELED"
  | "SUSPENDED";

/** Whether a job in this state will never run again. */
export function isTerminal(status: JobStatus): boolean {
  return status === "FINISHED" || status === "FAILED" || status === "CANCELED" || status === "SUSPENDED";
}

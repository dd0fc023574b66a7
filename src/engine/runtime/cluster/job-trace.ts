import type { Tracer } from "../../trace/tracer.ts";
import type { PendingCheckpoint } from "../checkpoint/pending-checkpoint.ts";
import type { CheckpointRecord } from "./checkpoint-statistics.ts";
import type { JobStatus } from "./job-status.ts";

/** Tells a tracer, if there is one, what happens at the JobManager. */
export class JobTrace {
  readonly #tracer: Tracer | null;

  constructor(tracer: Tracer | null) {
    this.#tracer = tracer;
  }

  status(status: JobStatus): void {
    this.#tracer?.record({ type: "job-status", status });
  }

  checkpointBegan({ id, request }: PendingCheckpoint): void {
    this.#tracer?.record({ type: "checkpoint-begin", checkpointId: id, snapshot: request.type });
  }

  checkpointEnded({ id, status, reason, duration, size }: CheckpointRecord): void {
    if (status === "aborted") this.#tracer?.record({ type: "checkpoint-fail", checkpointId: id, reason });
    else this.#tracer?.record({ type: "checkpoint-complete", checkpointId: id, duration, bytes: size ?? 0 });
  }
}

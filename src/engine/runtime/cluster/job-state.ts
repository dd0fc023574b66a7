import { isTerminal, type JobStatus } from "./job-status.ts";

/** How a job is, and how it came to be so, as its JobMaster knows it. */
export class JobState {
  readonly #onStatus: (status: JobStatus) => void;
  #status: JobStatus = "CREATED";
  /** Why the job has failed; `null` if it has not. */
  failure: unknown = null;
  /** How often subtasks have been restarted. */
  restarts = 0;

  /** `onStatus` hears of each change. */
  constructor(onStatus: (status: JobStatus) => void) {
    this.#onStatus = onStatus;
  }

  get status(): JobStatus {
    return this.#status;
  }

  /** Whether the job will never run again. */
  get isOver(): boolean {
    return isTerminal(this.#status);
  }

  become(status: JobStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#onStatus(status);
  }
}

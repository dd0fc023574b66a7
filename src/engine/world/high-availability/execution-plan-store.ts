import type { HighAvailabilityStore } from "./high-availability-store.ts";

const PREFIX = "execution-plans/";

/**
 * Knows which jobs a cluster runs and where their graphs lie (Flink's `ExecutionPlanStore`, before 2.0 `JobGraphStore`):
 * a leader that starts takes them over.
 */
export class ExecutionPlanStore {
  readonly #store: HighAvailabilityStore;

  constructor(store: HighAvailabilityStore) {
    this.#store = store;
  }

  /** Notes a job for the leader with this token; `path` is where its graph lies. Throws a `FencingTokenException`. */
  put(token: number, jobId: string, path: string): void {
    this.#store.write(token, PREFIX + jobId, path);
  }

  /** Forgets a job that has ended. Throws a `FencingTokenException`. */
  remove(token: number, jobId: string): void {
    this.#store.remove(token, PREFIX + jobId);
  }

  /** Returns the ids of all jobs. */
  jobIds(): readonly string[] {
    return this.#store.list(PREFIX).map((name) => name.slice(PREFIX.length));
  }

  /** Returns where the graph of a job lies, `null` if the job is not known. */
  pathOf(jobId: string): string | null {
    return this.#store.read(PREFIX + jobId);
  }
}

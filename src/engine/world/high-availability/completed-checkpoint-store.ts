import type { HighAvailabilityStore } from "./high-availability-store.ts";

/** A checkpoint that is complete, and where its metadata lies. */
export interface CompletedCheckpointPointer {
  readonly checkpointId: number;
  /** The path of its metadata in a store that all processes can reach. */
  readonly path: string;
}

/** So that the order of names is that of ids, which have up to 19 digits as in Flink. */
const ID_DIGITS = 19;

/** Knows the last completed checkpoints of a job (Flink's `DefaultCompletedCheckpointStore`): what a restart begins with. */
export class CompletedCheckpointStore {
  readonly #store: HighAvailabilityStore;
  readonly #prefix: string;
  readonly #maxRetained: number;

  /** `maxRetained` is `execution.checkpointing.num-retained`; 1. */
  constructor(store: HighAvailabilityStore, jobId: string, maxRetained = 1) {
    this.#store = store;
    this.#prefix = `${jobId}/checkpoints/`;
    this.#maxRetained = maxRetained;
  }

  /**
   * Adds a checkpoint for the leader with this token, and returns those that are too many now: what belongs to them may
   * be deleted. Throws a `FencingTokenException`, and then the checkpoint is not complete.
   */
  add(
    token: number,
    { checkpointId, path }: CompletedCheckpointPointer,
  ): readonly CompletedCheckpointPointer[] {
    this.#store.write(token, this.#nameOf(checkpointId), path);
    const known = this.recover();
    const dropped = known.slice(0, Math.max(0, known.length - this.#maxRetained));
    for (const old of dropped) this.#store.remove(token, this.#nameOf(old.checkpointId));
    return dropped;
  }

  /** Returns all that are known, the newest last: with it a new leader goes on. */
  recover(): readonly CompletedCheckpointPointer[] {
    return this.#store.list(this.#prefix).map((name) => ({
      checkpointId: Number(name.slice(this.#prefix.length)),
      path: this.#store.read(name) ?? "",
    }));
  }

  #nameOf(checkpointId: number): string {
    return `${this.#prefix}${String(checkpointId).padStart(ID_DIGITS, "0")}`;
  }
}

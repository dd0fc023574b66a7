import type { HighAvailabilityStore } from "./high-availability-store.ts";

/** Counts the checkpoints of a job across all its leaders (Flink's `CheckpointIDCounter`), from 1. */
export class CheckpointIdCounter {
  readonly #store: HighAvailabilityStore;
  readonly #name: string;

  constructor(store: HighAvailabilityStore, jobId: string) {
    this.#store = store;
    this.#name = `${jobId}/checkpoint-id-counter`;
  }

  /** Returns the next id for the leader with this token. Throws a `FencingTokenException`. */
  getAndIncrement(token: number): number {
    const next = Number(this.#store.read(this.#name) ?? "1");
    this.#store.write(token, this.#name, String(next + 1));
    return next;
  }
}

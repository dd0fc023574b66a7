import type { Snapshot } from "./snapshot.ts";
import { writeSnapshot } from "./snapshot.ts";
import type { StoreWarning } from "./store-warning.ts";
import { codeOf, reasonOf } from "./system-error.ts";

/** How many events a snapshot may be behind before it is written anew. */
const FAR_BEHIND = 200;

/** Keeps the snapshot of an open store not too far behind its journals. */
export class SnapshotWriter {
  readonly #file: string;
  readonly #current: () => Snapshot;
  #behind: number;
  #warnings: readonly StoreWarning[] = [];

  /** `current` gives what the snapshot should hold, `behind` how many events it doesn't know yet. */
  constructor(file: string, current: () => Snapshot, behind: number) {
    this.#file = file;
    this.#current = current;
    this.#behind = behind;
  }

  /** What went wrong when it was written last. It can be written again, and nothing is lost if it can't. */
  get warnings(): readonly StoreWarning[] {
    return this.#warnings;
  }

  /** Counts events that the snapshot doesn't know, and writes it when they are many. */
  fallBehind(events: number): void {
    this.#behind += events;
    if (this.#behind >= FAR_BEHIND) this.catchUp();
  }

  /** Writes the snapshot unless it knows everything. */
  catchUp(): void {
    if (this.#behind === 0) return;
    this.#behind = 0;
    try {
      writeSnapshot(this.#file, this.#current());
      this.#warnings = [];
    } catch (error) {
      if (codeOf(error) === "") throw error;
      this.#warnings = [{ kind: "snapshot-unwritten", file: this.#file, reason: reasonOf(error) }];
    }
  }
}

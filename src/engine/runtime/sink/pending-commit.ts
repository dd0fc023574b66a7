import { IllegalStateException } from "../../java/exceptions.ts";
import type { CommitRequest, Committer } from "./sink.ts";

/** How often a commit is tried again (`sink.committer.retries`). */
const MAX_RETRIES = 10;

/** Says that something could not be written outside; Java's class of the same name. */
export class IOException extends Error {
  override readonly name = "IOException";
}

type CommitState = "received" | "retry" | "failed" | "committed";

/** A request to commit, and what the committer has said of it (Flink's `CommitRequestImpl`). */
class PendingCommit<Committable> implements CommitRequest<Committable> {
  readonly #committable: Committable;
  #state: CommitState = "received";
  #retries = 0;

  constructor(committable: Committable) {
    this.#committable = committable;
  }

  getCommittable(): Committable {
    return this.#committable;
  }

  getNumberOfRetries(): number {
    return this.#retries;
  }

  signalAlreadyCommitted(): void {
    this.#state = "committed";
  }

  signalFailedWithKnownReason(_error: Error): void {
    this.#state = "failed";
  }

  signalFailedWithUnknownReason(error: Error): void {
    this.#state = "failed";
    throw new IllegalStateException(`Failed to commit ${JSON.stringify(this.#committable)}`, {
      cause: error,
    });
  }

  retryLater(): void {
    this.#state = "retry";
    this.#retries += 1;
  }

  /** Takes part in another round. */
  begin(): void {
    this.#state = "received";
  }

  /** Whether it is to be tried again; who has said nothing has committed it. */
  get isOpen(): boolean {
    return this.#state === "retry";
  }
}

/** Commits, and tries again what the committer wants to try again. Throws an IOException if it goes on for too long. */
export function commitAll<Committable>(
  committer: Committer<Committable>,
  committables: readonly Committable[],
): void {
  let open = committables.map((committable) => new PendingCommit(committable));
  for (let retry = 0; open.length > 0 && retry <= MAX_RETRIES; retry++) {
    for (const request of open) request.begin();
    committer.commit(open);
    open = open.filter(({ isOpen }) => isOpen);
  }
  if (open.length > 0) {
    throw new IOException(`Failed to commit ${open.length} committables after ${MAX_RETRIES} retries`);
  }
}

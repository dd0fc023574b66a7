import type { CommitRequest, Committer } from "../../runtime/sink/sink.ts";
import { ConnectionException } from "../../world/connection-exception.ts";
import { ObjectStoreException } from "../../world/object-store/object-store-exception.ts";
import type { ObjectStore } from "../../world/object-store/object-store.ts";
import type { PendingFile } from "./part-file.ts";

/** Finishes pending files (Flink's class of the same name). An upload that is gone has been completed before. */
export class FileCommitter implements Committer<PendingFile> {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  commit(requests: readonly CommitRequest<PendingFile>[]): void {
    for (const request of requests) this.#commitOne(request);
  }

  #commitOne(request: CommitRequest<PendingFile>): void {
    const { key, uploadId, partNumbers } = request.getCommittable();
    try {
      this.#store.completeMultipartUpload(uploadId, partNumbers);
    } catch (failure) {
      if (failure instanceof ConnectionException) request.retryLater();
      else if (this.#isCompleted(key, failure)) request.signalAlreadyCommitted();
      else throw failure;
    }
  }

  #isCompleted(key: string, failure: unknown): boolean {
    const isGone = failure instanceof ObjectStoreException && failure.error === "NoSuchUpload";
    return isGone && this.#store.head(key) !== null;
  }
}

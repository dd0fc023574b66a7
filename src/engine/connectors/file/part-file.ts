import { byteSizeOf } from "../../world/byte-size.ts";
import type { ObjectStore } from "../../world/object-store/object-store.ts";
import type { PartFileProgress } from "./rolling-policy.ts";

/** A file that is closed and waits for its checkpoint: an upload that only has to be completed. */
export interface PendingFile {
  readonly key: string;
  readonly uploadId: string;
  readonly partNumbers: readonly number[];
}

/** A file that is not closed, as a checkpoint remembers it: what has been uploaded, and the rest. */
export interface InProgressFile extends PendingFile, PartFileProgress {
  readonly bucket: string;
  /** What is too little for a part of an upload; a real writer keeps it in a file of its own beside the upload. */
  readonly tail: readonly unknown[];
}

/** A file that grows: an upload in parts, invisible until it is completed (Flink's `S3RecoverableFsDataOutputStream`). */
export class PartFile {
  readonly bucket: string;
  readonly #store: ObjectStore;
  readonly #partSize: number;
  readonly #key: string;
  readonly #uploadId: string;
  readonly #createdAt: number;
  readonly #partNumbers: number[];
  #tail: unknown[];
  #tailBytes: number;
  #bytes: number;
  #lastWrittenAt: number;

  /** `partSize` is the size in bytes from which on the tail is uploaded. */
  constructor(store: ObjectStore, partSize: number, file: InProgressFile) {
    this.bucket = file.bucket;
    this.#store = store;
    this.#partSize = partSize;
    this.#key = file.key;
    this.#uploadId = file.uploadId;
    this.#createdAt = file.createdAt;
    this.#partNumbers = [...file.partNumbers];
    this.#tail = [...file.tail];
    this.#tailBytes = byteSizeOf(file.tail);
    this.#bytes = file.bytes;
    this.#lastWrittenAt = file.lastWrittenAt;
  }

  /** Begins a file. */
  static begin(
    store: ObjectStore,
    partSize: number,
    place: { readonly bucket: string; readonly key: string },
    now: number,
  ): PartFile {
    const uploadId = store.createMultipartUpload(place.key);
    const empty = { partNumbers: [], tail: [], bytes: 0, createdAt: now, lastWrittenAt: now };
    return new PartFile(store, partSize, { ...place, ...empty, uploadId });
  }

  get progress(): PartFileProgress {
    return { bytes: this.#bytes, createdAt: this.#createdAt, lastWrittenAt: this.#lastWrittenAt };
  }

  write(line: unknown, now: number): void {
    const bytes = byteSizeOf(line);
    this.#tail.push(line);
    this.#tailBytes += bytes;
    this.#bytes += bytes;
    this.#lastWrittenAt = now;
    if (this.#tailBytes >= this.#partSize) this.#uploadTail();
  }

  /** Closes the file: what is left is uploaded, and only the completion is missing. */
  close(): PendingFile {
    if (this.#tail.length > 0) this.#uploadTail();
    return { key: this.#key, uploadId: this.#uploadId, partNumbers: this.#partNumbers };
  }

  /** Returns all that is needed to go on with the file. */
  snapshot(): InProgressFile {
    return {
      ...this.progress,
      bucket: this.bucket,
      key: this.#key,
      uploadId: this.#uploadId,
      partNumbers: [...this.#partNumbers],
      tail: [...this.#tail],
    };
  }

  #uploadTail(): void {
    const partNumber = this.#partNumbers.length + 1;
    this.#store.uploadPart(this.#uploadId, partNumber, this.#tail);
    this.#partNumbers.push(partNumber);
    this.#tail = [];
    this.#tailBytes = 0;
  }
}

import { byteSizeOf } from "../byte-size.ts";
import { ObjectStoreException } from "./object-store-exception.ts";
import type { ObjectBody } from "./stored-object.ts";

/** A part that has been uploaded. */
export interface UploadedPart {
  /** From 1; the parts are put together in this order. */
  readonly partNumber: number;
  readonly body: ObjectBody;
  readonly bytes: number;
}

/** An upload that has been begun and neither completed nor aborted: invisible, and paid for. */
export interface PendingUpload {
  readonly uploadId: string;
  readonly key: string;
  readonly parts: readonly UploadedPart[];
}

/** The multipart uploads that are going on. */
export class MultipartUploads {
  readonly #minPartBytes: number;
  readonly #uploads = new Map<string, { readonly key: string; readonly parts: Map<number, UploadedPart> }>();
  #count = 0;

  /** `minPartBytes` is what every part but the last must have at least. */
  constructor(minPartBytes: number) {
    this.#minPartBytes = minPartBytes;
  }

  /** Begins an upload and returns its id. */
  create(key: string): string {
    this.#count += 1;
    const uploadId = `upload-${this.#count}`;
    this.#uploads.set(uploadId, { key, parts: new Map() });
    return uploadId;
  }

  /** Adds a part or replaces the one with this number. Throws NoSuchUpload. */
  addPart(uploadId: string, partNumber: number, body: ObjectBody): void {
    this.#require(uploadId).parts.set(partNumber, { partNumber, body, bytes: byteSizeOf(body) });
  }

  /** Ends an upload and returns its whole body. Throws NoSuchUpload, InvalidPart or EntityTooSmall. */
  complete(
    uploadId: string,
    partNumbers: readonly number[],
  ): { readonly key: string; readonly body: ObjectBody } {
    const { key, parts } = this.#require(uploadId);
    const chosen = partNumbers.map((partNumber) => parts.get(partNumber));
    const found = chosen.filter((part) => part !== undefined);
    if (found.length < chosen.length || found.length === 0)
      throw new ObjectStoreException("InvalidPart", uploadId);
    if (found.slice(0, -1).some(({ bytes }) => bytes < this.#minPartBytes)) {
      throw new ObjectStoreException("EntityTooSmall", uploadId);
    }
    this.#uploads.delete(uploadId);
    return { key, body: found.flatMap(({ body }) => body) };
  }

  /** Throws an upload away. Throws NoSuchUpload. */
  abort(uploadId: string): void {
    this.#require(uploadId);
    this.#uploads.delete(uploadId);
  }

  pending(): readonly PendingUpload[] {
    return [...this.#uploads].map(([uploadId, { key, parts }]) => ({
      uploadId,
      key,
      parts: [...parts.values()].toSorted((one, other) => one.partNumber - other.partNumber),
    }));
  }

  #require(uploadId: string): { readonly key: string; readonly parts: Map<number, UploadedPart> } {
    const upload = this.#uploads.get(uploadId);
    if (upload === undefined) throw new ObjectStoreException("NoSuchUpload", uploadId);
    return upload;
  }
}

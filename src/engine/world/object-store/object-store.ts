import { copyValue } from "../../state/copy-value.ts";
import { Endpoint } from "../endpoint.ts";
import { EXTERNAL_SYSTEM, type ExternalSystem } from "../external-system.ts";
import type { WorldClock } from "../world-clock.ts";
import type { World } from "../world.ts";
import { MultipartUploads, type PendingUpload } from "./multipart-uploads.ts";
import { objectStoreConfiguration, type ObjectStoreConfiguration } from "./object-store-configuration.ts";
import { ObjectStoreException } from "./object-store-exception.ts";
import { RequestLimits } from "./request-limits.ts";
import { storedObject, type ObjectBody, type StoredObject } from "./stored-object.ts";

/** One page of a listing. */
export interface ListPage {
  readonly keys: readonly string[];
  /** With what to ask for the next page; `null` behind the last one. */
  readonly continuation: string | null;
}

/** Whether a PUT may replace an object (`If-None-Match: *` if not). */
export type PutCondition = "always" | "if-absent";

/**
 * An object store such as S3 or MinIO: whole objects under keys, no folders, no renaming and no appending. Each request
 * is counted by its name (`endpoint.count("PUT")`), which is what one pays for and what a store limits.
 */
export class ObjectStore implements ExternalSystem {
  readonly [EXTERNAL_SYSTEM]: string;
  readonly endpoint: Endpoint;
  readonly #clock: WorldClock;
  readonly #configuration: ObjectStoreConfiguration;
  readonly #objects = new Map<string, StoredObject>();
  /** Keys of deleted objects that are still listed, with the time (ms) at which they no longer are. */
  readonly #ghosts = new Map<string, number>();
  readonly #uploads: MultipartUploads;
  readonly #writes: RequestLimits;
  readonly #reads: RequestLimits;

  constructor(world: World, given: Partial<ObjectStoreConfiguration> = {}) {
    this.#configuration = objectStoreConfiguration(given);
    this[EXTERNAL_SYSTEM] = this.#configuration.name;
    this.#clock = world.clock;
    this.endpoint = new Endpoint(world, this.#configuration.name, this.#configuration);
    this.#uploads = new MultipartUploads(this.#configuration.minPartBytes);
    this.#writes = new RequestLimits(this.#configuration.writesPerSecond);
    this.#reads = new RequestLimits(this.#configuration.readsPerSecond);
  }

  /** Returns all objects by key, for whoever looks from outside of the experiment: it is no request. */
  objects(): readonly StoredObject[] {
    return [...this.#objects.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));
  }

  /** Returns the uploads that nobody has completed or aborted. */
  pendingUploads(): readonly PendingUpload[] {
    return this.#uploads.pending();
  }

  /** Writes an object: whoever reads it sees all of it from now on. Throws PreconditionFailed or SlowDown. */
  put(key: string, body: ObjectBody, condition: PutCondition = "always"): void {
    this.#write("PUT", key, () => {
      if (condition === "if-absent" && this.#objects.has(key)) {
        throw new ObjectStoreException("PreconditionFailed", key);
      }
      this.#store(key, body);
    });
  }

  /** Reads an object. Throws NoSuchKey or SlowDown. */
  get(key: string): ObjectBody {
    return this.#read("GET", key, () => copyValue(this.#require(key).body));
  }

  /** Returns the size of an object in bytes, `null` if it is not there. */
  head(key: string): number | null {
    return this.#read("HEAD", key, () => this.#objects.get(key)?.bytes ?? null);
  }

  /** Deletes an object, or does nothing if there is none. */
  delete(key: string): void {
    this.#write("DELETE", key, () => {
      if (!this.#objects.delete(key)) return;
      this.#ghosts.set(key, this.#clock.now() + this.#configuration.deleteVisibilityDelay);
    });
  }

  /** Copies an object within the store: with a delete, the only way to rename one. Throws NoSuchKey. */
  copy(from: string, to: string): void {
    this.#write("COPY", to, () => this.#store(to, this.#require(from).body));
  }

  /** Returns one page of the keys that begin with a prefix, in order. */
  list(prefix: string, continuation: string | null = null): ListPage {
    return this.#write("LIST", prefix, () => {
      const { listPageSize } = this.#configuration;
      const keys = this.#listedKeys().filter((key) => key.startsWith(prefix) && key > (continuation ?? ""));
      const page = keys.slice(0, listPageSize);
      return { keys: page, continuation: keys.length > listPageSize ? (page.at(-1) ?? null) : null };
    });
  }

  /** Returns all keys that begin with a prefix: as many requests as there are pages. */
  listAll(prefix: string): readonly string[] {
    const keys: string[] = [];
    let continuation: string | null = null;
    do {
      const page: ListPage = this.list(prefix, continuation);
      keys.push(...page.keys);
      continuation = page.continuation;
    } while (continuation !== null);
    return keys;
  }

  /** Begins an upload in parts and returns its id. Nothing is visible until it is completed. */
  createMultipartUpload(key: string): string {
    return this.#write("CREATE_MULTIPART", key, () => this.#uploads.create(key));
  }

  /** Sends a part of an upload. Throws NoSuchUpload. */
  uploadPart(uploadId: string, partNumber: number, body: ObjectBody): void {
    this.#write("UPLOAD_PART", uploadId, () => this.#uploads.addPart(uploadId, partNumber, copyValue(body)));
  }

  /** Makes an object of these parts. Throws NoSuchUpload, so also if it has been completed before. */
  completeMultipartUpload(uploadId: string, partNumbers: readonly number[]): void {
    this.#write("COMPLETE_MULTIPART", uploadId, () => {
      const { key, body } = this.#uploads.complete(uploadId, partNumbers);
      this.#store(key, body);
    });
  }

  /** Throws the parts of an upload away. Throws NoSuchUpload. */
  abortMultipartUpload(uploadId: string): void {
    this.#write("ABORT_MULTIPART", uploadId, () => this.#uploads.abort(uploadId));
  }

  #store(key: string, body: ObjectBody): void {
    this.#objects.set(key, storedObject(key, copyValue(body), this.#clock.now()));
  }

  #require(key: string): StoredObject {
    const object = this.#objects.get(key);
    if (object === undefined) throw new ObjectStoreException("NoSuchKey", key);
    return object;
  }

  #listedKeys(): readonly string[] {
    for (const [key, until] of this.#ghosts) if (until <= this.#clock.now()) this.#ghosts.delete(key);
    return [...new Set([...this.#objects.keys(), ...this.#ghosts.keys()])].toSorted();
  }

  #write<T>(operation: string, key: string, carryOut: () => T): T {
    return this.endpoint.call(operation, () => {
      this.#writes.count(key, this.#clock.now());
      return carryOut();
    });
  }

  #read<T>(operation: string, key: string, carryOut: () => T): T {
    return this.endpoint.call(operation, () => {
      this.#reads.count(key, this.#clock.now());
      return carryOut();
    });
  }
}

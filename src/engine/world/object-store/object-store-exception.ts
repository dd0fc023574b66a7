/** What an object store refuses, by the codes of S3. */
export type ObjectStoreError =
  | "NoSuchKey"
  | "NoSuchUpload"
  | "InvalidPart"
  | "EntityTooSmall"
  | "PreconditionFailed"
  /** Too many requests of a kind for one prefix (HTTP 503). */
  | "SlowDown";

/** A request that an object store refused. */
export class ObjectStoreException extends Error {
  override readonly name = "ObjectStoreException";
  readonly error: ObjectStoreError;

  constructor(error: ObjectStoreError, about: string) {
    super(`${error}: ${about}`);
    this.error = error;
  }
}

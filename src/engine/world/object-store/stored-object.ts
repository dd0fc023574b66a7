import { byteSizeOf } from "../byte-size.ts";

/** What a key holds: lines, records, anything that its writer can read again. */
export type ObjectBody = readonly unknown[];

/** An object: a body under a key, whole or not there at all. */
export interface StoredObject {
  readonly key: string;
  readonly body: ObjectBody;
  readonly bytes: number;
  /** When it was written, in ms. */
  readonly lastModified: number;
}

/** Returns an object for a body that was written now. */
export function storedObject(key: string, body: ObjectBody, now: number): StoredObject {
  return { key, body, bytes: byteSizeOf(body), lastModified: now };
}

import type { EndpointBehaviour } from "../endpoint.ts";

const FIVE_MEBIBYTES = 5 * 2 ** 20;

/** What an object store is set to. */
export interface ObjectStoreConfiguration extends EndpointBehaviour {
  /** Its name in traces. */
  readonly name: string;
  /** How many keys one LIST request returns; 1,000. */
  readonly listPageSize: number;
  /** The smallest part of a multipart upload that is not its last, in bytes; 5 MiB. */
  readonly minPartBytes: number;
  /**
   * How long a deleted object is still listed, in ms; 0. S3 has been strongly consistent since December 2020; older
   * stores, and caches in front of new ones, are not.
   */
  readonly deleteVisibilityDelay: number;
  /** Requests that write or list, a second and prefix, above which it says SlowDown; 3,500. */
  readonly writesPerSecond: number;
  /** Requests that read, a second and prefix, above which it says SlowDown; 5,500. */
  readonly readsPerSecond: number;
}

/** Returns a store's settings: S3's where nothing is given. */
export function objectStoreConfiguration(given: Partial<ObjectStoreConfiguration>): ObjectStoreConfiguration {
  return {
    name: "object-store",
    listPageSize: 1000,
    minPartBytes: FIVE_MEBIBYTES,
    deleteVisibilityDelay: 0,
    writesPerSecond: 3500,
    readsPerSecond: 5500,
    ...given,
  };
}

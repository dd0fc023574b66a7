import type { ObjectStore } from "../../world/object-store/object-store.ts";
import type { BucketAssigner } from "./bucket-assigner.ts";
import type { RollingPolicy } from "./rolling-policy.ts";

/** What a file sink is set to. */
export interface FileSinkOptions<In> {
  readonly store: ObjectStore;
  /** Begins the keys of all files, without a slash at its end. */
  readonly basePath: string;
  /** Makes a line of an element. */
  readonly encoder: (element: In) => unknown;
  /** By the hour of processing, in UTC, by default. */
  readonly bucketAssigner?: BucketAssigner<In>;
  /** By size and time by default. */
  readonly rollingPolicy?: RollingPolicy;
  /** How often files are looked at that nothing comes for, in ms; a minute (`withBucketCheckInterval`). */
  readonly bucketCheckInterval?: number;
  /** The size in bytes of the parts in which a file is uploaded; 5 MiB, the least that S3 takes. */
  readonly uploadPartSize?: number;
}

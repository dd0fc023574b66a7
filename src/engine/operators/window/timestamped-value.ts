import { NO_TIMESTAMP } from "../../time/timestamp.ts";

/** An element of a window with its timestamp in ms, as evictors see it (Flink's class of the same name). */
export interface TimestampedValue<T> {
  readonly value: T;
  /** NO_TIMESTAMP if it has none. */
  readonly timestamp: number;
}

/** Whether the element came with a timestamp. */
export function hasTimestamp({ timestamp }: TimestampedValue<unknown>): boolean {
  return timestamp !== NO_TIMESTAMP;
}

import { dateOfEpochDay } from "../../world/database/calendar.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is known when an element's bucket is chosen; times in ms (Flink's `BucketAssigner.Context`). */
export interface BucketContext {
  readonly timestamp: number | null;
  readonly currentWatermark: number;
  readonly currentProcessingTime: number;
}

/** Chooses the folder of an element (Flink's `BucketAssigner`). */
export type BucketAssigner<In> = (element: In, context: BucketContext) => string;

/**
 * Returns the assigner that puts an element into the hour in which it is processed, `2026-11-23--05`, `offset` ms ahead
 * of UTC (Flink's `DateTimeBucketAssigner`). After a failure an element may come into another bucket.
 */
export function dateTimeBuckets<In>(offset = 0): BucketAssigner<In> {
  return (_element, { currentProcessingTime }) => {
    const local = currentProcessingTime + offset;
    const { year, month, day } = dateOfEpochDay(Math.floor(local / DAY));
    const hour = Math.floor((local - Math.floor(local / DAY) * DAY) / HOUR);
    return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}--${padded(hour, 2)}`;
  };
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

import { RuntimeException } from "../../../java/exceptions.ts";
import { EARLIEST_TIMESTAMP } from "../../../time/timestamp.ts";

/** Throws a RuntimeException, in Flink's words, if an element of a window of event time has no timestamp. */
export function requireTimestamp(timestamp: number): void {
  if (timestamp > EARLIEST_TIMESTAMP) return;
  throw new RuntimeException(
    "Record has Long.MIN_VALUE timestamp (= no timestamp marker). " +
      "Is the time characteristic set to 'ProcessingTime', or " +
      "did you forget to call 'DataStream.assignTimestampsAndWatermarks(...)'?",
  );
}

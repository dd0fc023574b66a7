import { LocalDateTime } from "../local-date-time.ts";
import { momentOfWallTime, offsetAt, type ZoneRules } from "./zone-rules.ts";

/**
 * What old JDBC drivers give for a date with a time (`java.sql.Timestamp`): a moment. To stand for a wall time it needs
 * the zone of the JVM, and a wall time that this zone skips has no `Timestamp`.
 */
export class SqlTimestamp {
  /** Milliseconds since the epoch. */
  readonly epochMillis: number;
  /** Nanoseconds within the millisecond, 0 to 999,999. */
  readonly nanosOfMilli: number;

  constructor(epochMillis: number, nanosOfMilli = 0) {
    this.epochMillis = epochMillis;
    this.nanosOfMilli = nanosOfMilli;
  }

  /** Returns the moment of a wall time in a zone (`Timestamp.valueOf`); a skipped one is moved. */
  static valueOf({ wallMillis, nanosOfMilli }: LocalDateTime, zone: ZoneRules): SqlTimestamp {
    return new SqlTimestamp(momentOfWallTime(zone, wallMillis), nanosOfMilli);
  }

  /** Returns what clocks in a zone show at this moment. */
  toLocalDateTime(zone: ZoneRules): LocalDateTime {
    return new LocalDateTime(this.epochMillis + offsetAt(zone, this.epochMillis), this.nanosOfMilli);
  }
}

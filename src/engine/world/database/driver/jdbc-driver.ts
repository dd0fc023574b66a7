import { unreachable } from "../../../java/unreachable.ts";
import { LocalDateTime } from "../local-date-time.ts";
import type { ColumnType, SqlValue } from "../sql-value.ts";
import type { JavaObject } from "./java-object.ts";
import { SqlTimestamp } from "./sql-timestamp.ts";
import type { ZoneRules } from "./zone-rules.ts";

/** Which driver a JVM has: MySQL's changed the class of a DATETIME with 8.0.23. */
export interface JdbcDriver {
  readonly version: "mysql-connector-8.0.22" | "mysql-connector-8.0.23";
  /** The default zone of the JVM. */
  readonly zone: ZoneRules;
}

/** Returns the object that `ResultSet.getObject` gives for a cell; `null` for NULL. */
export function getObject(value: SqlValue, type: ColumnType, driver: JdbcDriver): JavaObject | null {
  if (value === null) return null;
  if (value instanceof LocalDateTime) return dateTimeObject(value, driver);
  switch (type) {
    case "BOOLEAN":
      return { javaClass: "java.lang.Boolean", value: Boolean(value) };
    case "INT":
      return { javaClass: "java.lang.Integer", value: Number(value) };
    case "BIGINT":
      return { javaClass: "java.lang.Long", value: BigInt(value) };
    case "DOUBLE":
      return { javaClass: "java.lang.Double", value: Number(value) };
    case "VARCHAR":
    case "DATETIME":
      return { javaClass: "java.lang.String", value: String(value) };
    default:
      return unreachable(type);
  }
}

/** Returns what `PreparedStatement.setObject` stores for an object. */
export function sqlValueOf(object: JavaObject | null, { zone }: JdbcDriver): SqlValue {
  if (object === null) return null;
  return object.javaClass === "java.sql.Timestamp" ? object.value.toLocalDateTime(zone) : object.value;
}

function dateTimeObject(value: LocalDateTime, { version, zone }: JdbcDriver): JavaObject {
  switch (version) {
    case "mysql-connector-8.0.22":
      return { javaClass: "java.sql.Timestamp", value: SqlTimestamp.valueOf(value, zone) };
    case "mysql-connector-8.0.23":
      return { javaClass: "java.time.LocalDateTime", value };
    default:
      return unreachable(version);
  }
}

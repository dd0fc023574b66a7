import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { castTo, type JavaObject } from "../../../../src/engine/world/database/driver/java-object.ts";
import { javaRow } from "../../../../src/engine/world/database/driver/java-row.ts";
import {
  getObject,
  sqlValueOf,
  type JdbcDriver,
} from "../../../../src/engine/world/database/driver/jdbc-driver.ts";
import { fixedZone, type ZoneRules } from "../../../../src/engine/world/database/driver/zone-rules.ts";
import { LocalDateTime, parseLocalDateTime } from "../../../../src/engine/world/database/local-date-time.ts";
import { aDatabase, anAccount } from "./builders.ts";

/** Clocks go from 02:00 to 03:00 on 2026-03-08 and back on 2026-11-01, UTC-5 in winter. */
const NEW_YORK_2026: ZoneRules = {
  initialOffset: -5 * 3_600_000,
  transitions: [
    { at: Date.UTC(2026, 2, 8, 7), offset: -4 * 3_600_000 },
    { at: Date.UTC(2026, 10, 1, 6), offset: -5 * 3_600_000 },
  ],
};

const OLD: JdbcDriver = { version: "mysql-connector-8.0.22", zone: NEW_YORK_2026 };
const NEW: JdbcDriver = { version: "mysql-connector-8.0.23", zone: NEW_YORK_2026 };

/** 0001-01-01T00:00. */
const FIRST_MILLIS = -62_135_596_800_000;

const wallTime = fc
  .record({
    millis: fc.integer({ min: FIRST_MILLIS, max: Date.UTC(9999, 11, 31) }),
    nanos: fc.nat({ max: 999_999 }),
  })
  .map(({ millis, nanos }) => new LocalDateTime(millis, nanos));

describe("a local date and time", () => {
  test.each([
    "0001-01-01T00:00:00",
    "2024-02-29T23:59:59.999999999",
    "2026-11-23T04:05:06.007000000",
    "9999-12-31T00:00:00",
  ])("reads and writes %s", (text) => {
    expect(String(parseLocalDateTime(text))).toBe(text);
  });

  test.each([
    "2026-02-29T00:00:00",
    "2026-13-01T00:00:00",
    "2026-01-01T24:00:00",
    "yesterday",
    "2026-1-1 00:00:00",
  ])("refuses %s", (text) => {
    expect(() => parseLocalDateTime(text)).toThrow(/could not be parsed/);
  });

  test("agrees with the calendar that computers use", () => {
    fc.assert(
      fc.property(wallTime, (time) => {
        const iso = new Date(time.wallMillis).toISOString();
        expect(String(time).slice(0, 19)).toBe(iso.slice(0, 19));
        expect(parseLocalDateTime(String(time))).toEqual(time);
      }),
    );
  });
});

describe("a driver", () => {
  test("before 8.0.23 gives a DATETIME as a Timestamp, since then as a LocalDateTime", () => {
    const noon = parseLocalDateTime("2026-01-01 12:00:00");
    expect(getObject(noon, "DATETIME", OLD)).toMatchObject({ javaClass: "java.sql.Timestamp" });
    const object = getObject(noon, "DATETIME", NEW) as JavaObject;
    expect(() => castTo(object, "java.sql.Timestamp")).toThrow(
      "class java.time.LocalDateTime cannot be cast to class java.sql.Timestamp",
    );
    expect(castTo(object, "java.time.LocalDateTime")).toEqual(noon);
  });

  test.each([
    ["BOOLEAN", true, "java.lang.Boolean"],
    ["INT", 1, "java.lang.Integer"],
    ["BIGINT", 1, "java.lang.Long"],
    ["DOUBLE", 1, "java.lang.Double"],
    ["VARCHAR", "x", "java.lang.String"],
  ] as const)("gives a value of type %s its Java class", (type, value, javaClass) => {
    expect(getObject(value, type, NEW)).toMatchObject({ javaClass });
    expect(getObject(null, type, NEW)).toBeNull();
  });

  test("gives the columns of a row that were asked for", () => {
    const { database } = aDatabase();
    database.load("account", [anAccount(1, 5).row]);
    const [row] = database
      .connect()
      .executeQuery({ type: "select", table: "account", columns: ["balance", "id"] });
    expect(javaRow(row ?? {}, database.schemaOf("account"), NEW)).toEqual({
      id: { javaClass: "java.lang.Integer", value: 1 },
      balance: { javaClass: "java.lang.Long", value: 5n },
    });
  });

  test("since 8.0.23 gives back every date and time as it was written", () => {
    fc.assert(
      fc.property(fc.option(wallTime), (time) => {
        expect(sqlValueOf(getObject(time, "DATETIME", NEW), NEW)).toEqual(time);
      }),
    );
  });

  test("before 8.0.23 loses an hour that the zone of the JVM skips", () => {
    const skipped = parseLocalDateTime("2026-03-08 02:30:00");
    expect(String(sqlValueOf(getObject(skipped, "DATETIME", OLD), OLD))).toBe("2026-03-08T03:30:00");
    const utc: JdbcDriver = { ...OLD, zone: fixedZone(0) };
    expect(sqlValueOf(getObject(skipped, "DATETIME", utc), utc)).toEqual(skipped);
  });

  test("before 8.0.23 takes a time that comes twice for the first of the two", () => {
    const twice = parseLocalDateTime("2026-11-01 01:30:00");
    const object = getObject(twice, "DATETIME", OLD) as JavaObject;
    expect(castTo(object, "java.sql.Timestamp").epochMillis).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(sqlValueOf(object, OLD)).toEqual(twice);
  });

  test("before 8.0.23 gives back every time that the zone does not skip", () => {
    fc.assert(
      fc.property(wallTime, (time) => {
        fc.pre(!String(time).startsWith("2026-03-08T02"));
        expect(sqlValueOf(getObject(time, "DATETIME", OLD), OLD)).toEqual(time);
      }),
    );
  });
});

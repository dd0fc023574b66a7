import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PartitionLog, type BatchRecord } from "../../../../src/engine/world/kafka/partition-log.ts";
import {
  topicConfiguration,
  type TopicConfiguration,
} from "../../../../src/engine/world/kafka/topic-configuration.ts";

const HOUR = 3_600_000;

function aLog(configuration: Partial<TopicConfiguration> = {}): PartitionLog {
  return new PartitionLog({ topic: "orders", partition: 0 }, topicConfiguration(configuration));
}

function aRecord(timestamp: number, value: unknown = "x"): BatchRecord {
  return { key: null, value, timestamp };
}

function offsetsIn(log: PartitionLog): readonly number[] {
  return log.read(log.logStartOffset, 1000, "read_uncommitted").records.map(({ offset }) => offset);
}

describe("a partition", () => {
  test("gives records consecutive offsets", () => {
    const log = aLog();
    expect(log.append([aRecord(1), aRecord(2)], { type: "plain" }, 5)).toBe(0);
    expect(log.append([aRecord(3)], { type: "plain" }, 5)).toBe(2);
    expect(log.logEndOffset).toBe(3);
  });

  test("is read up to a number of records, and says where to go on", () => {
    const log = aLog();
    log.append([aRecord(1), aRecord(2), aRecord(3)], { type: "plain" }, 5);
    expect(log.read(0, 2, "read_uncommitted")).toMatchObject({ nextOffset: 2 });
    expect(log.read(2, 2, "read_uncommitted")).toMatchObject({
      records: [{ offset: 2, timestamp: 3 }],
      nextOffset: 3,
    });
  });

  test("refuses offsets that it does not have", () => {
    const log = aLog();
    log.append([aRecord(1)], { type: "plain" }, 5);
    expect(log.read(1, 1, "read_uncommitted").records).toEqual([]);
    expect(() => log.read(2, 1, "read_uncommitted")).toThrow(/not within the range/);
  });

  test("finds the first record that is not older than a time", () => {
    const log = aLog({ segmentMs: 10 });
    log.append([aRecord(10), aRecord(40), aRecord(30)], { type: "plain" }, 50);
    expect(log.offsetForTime(20)).toBe(1);
    expect(log.offsetForTime(41)).toBeNull();
  });

  test("gives records the time of the broker if it is set to", () => {
    const log = aLog({ timestampType: "LogAppendTime" });
    log.append([aRecord(10)], { type: "plain" }, 50);
    expect(log.read(0, 1, "read_uncommitted").records).toMatchObject([{ timestamp: 50 }]);
  });
});

describe("retention", () => {
  test("deletes whole segments, and only when their newest record is too old", () => {
    const log = aLog({ retentionMs: HOUR, segmentMs: 10 });
    log.append([aRecord(0), aRecord(5), aRecord(20), aRecord(HOUR)], { type: "plain" }, HOUR);
    log.deleteOldSegments(HOUR + 5);
    expect(log.logStartOffset).toBe(0);
    log.deleteOldSegments(HOUR + 6);
    expect(log.logStartOffset).toBe(2);
  });

  test("deletes at once what carries an old event time", () => {
    const log = aLog({ retentionMs: HOUR });
    log.append([aRecord(0)], { type: "plain" }, 100 * HOUR);
    log.deleteOldSegments(100 * HOUR);
    expect([log.logStartOffset, log.logEndOffset]).toEqual([1, 1]);
  });

  test("deletes by size whole segments that are beyond it, so a bit more is kept", () => {
    const log = aLog({ retentionBytes: 40, segmentBytes: 20 });
    for (let count = 0; count < 5; count += 1) log.append([aRecord(count)], { type: "plain" }, 0);
    log.deleteOldSegments(0);
    expect(offsetsIn(log)).toEqual([1, 2, 3, 4]);
  });

  test("never deletes what lies between the earliest and the latest offset, nor what is young enough", () => {
    const action = fc.oneof(
      fc.record({ type: fc.constant("append" as const), age: fc.nat({ max: 2 * HOUR }) }),
      fc.record({ type: fc.constant("wait" as const), ms: fc.nat({ max: HOUR }) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), fc.constantFrom(-1, 60), (actions, retentionBytes) => {
        const log = aLog({ retentionMs: HOUR, segmentMs: HOUR / 4, retentionBytes, segmentBytes: 30 });
        const timestamps: number[] = [];
        let now = 10 * HOUR;
        let earliest = 0;
        for (const one of actions) {
          if (one.type === "wait") now += one.ms;
          else timestamps[log.append([aRecord(now - one.age)], { type: "plain" }, now)] = now - one.age;
          log.deleteOldSegments(now);
          expect(log.logStartOffset).toBeGreaterThanOrEqual(earliest);
          earliest = log.logStartOffset;
          const expected = Array.from(
            { length: log.logEndOffset - earliest },
            (_, index) => earliest + index,
          );
          expect(offsetsIn(log)).toEqual(expected);
          if (retentionBytes >= 0) continue;
          const deleted = timestamps.slice(0, earliest);
          expect(deleted.filter((timestamp) => now - timestamp <= HOUR)).toEqual([]);
        }
      }),
    );
  });
});

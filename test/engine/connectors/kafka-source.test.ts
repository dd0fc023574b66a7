import { describe, expect, test } from "vitest";

import type { KafkaSourceOptions } from "../../../src/engine/connectors/kafka/kafka-source-options.ts";
import { KafkaSource } from "../../../src/engine/connectors/kafka/kafka-source.ts";
import { OffsetsInitializer } from "../../../src/engine/connectors/kafka/offsets-initializer.ts";
import type { KafkaCluster } from "../../../src/engine/world/kafka/kafka-cluster.ts";
import { KafkaProducer } from "../../../src/engine/world/kafka/kafka-producer.ts";
import { aCluster, aTransaction, TOPIC } from "../world/kafka/builders.ts";
import { readAll } from "./writer-context.ts";

const FIRST = { topic: TOPIC, partition: 0 };

function aSource(kafka: KafkaCluster, options: Partial<KafkaSourceOptions<unknown>> = {}) {
  const source = new KafkaSource<unknown>({
    cluster: kafka,
    topics: [TOPIC],
    deserializer: ({ value }) => value,
    groupId: "job",
    ...options,
  });
  const woken: number[] = [];
  const context = {
    getIndexOfSubtask: () => 0,
    currentParallelism: () => 1,
    currentProcessingTime: () => kafka.clock.now(),
    wakeUp: () => woken.push(kafka.clock.now()),
  };
  const aReader = (splits = source.discoverSplits()) => {
    const reader = source.createReader(context);
    reader.addSplits(splits);
    return reader;
  };
  return { source, aReader, woken };
}

function write(kafka: KafkaCluster, ...values: readonly unknown[]): void {
  const producer = new KafkaProducer(kafka);
  for (const value of values)
    producer.send({ topic: TOPIC, value, timestamp: Number(value) * 10, partition: 0 });
}

describe("a Kafka source", () => {
  test("reads what is there, with its times, and waits for more", () => {
    const { kafka } = aCluster();
    write(kafka, 1, 2);
    const { source, aReader, woken } = aSource(kafka);
    const reader = aReader();
    expect(source.boundedness).toBe("CONTINUOUS_UNBOUNDED");
    expect(readAll(reader)).toMatchObject({
      elements: [
        { splitId: "orders-0", element: 1, timestamp: 10 },
        { splitId: "orders-0", element: 2, timestamp: 20 },
      ],
      status: "NOTHING_AVAILABLE",
    });
    expect(reader.nextAvailableAt()).toBe(Number.POSITIVE_INFINITY);
    write(kafka, 3);
    expect(woken).toHaveLength(1);
    expect(readAll(reader).values).toEqual([3]);
  });

  test("goes on from its snapshot, whatever has been committed to the brokers", () => {
    const { kafka } = aCluster();
    write(kafka, 1, 2);
    const { aReader } = aSource(kafka);
    const reader = aReader();
    readAll(reader);
    const splits = reader.snapshotState(1);
    write(kafka, 3);
    readAll(reader);
    expect(splits).toMatchObject([{ startingOffset: 2 }]);
    expect(readAll(aReader(splits)).values).toEqual([3]);
  });

  test("commits the offsets of a checkpoint when it is complete, and none that is newer", () => {
    const { kafka } = aCluster();
    write(kafka, 1, 2);
    const reader = aSource(kafka).aReader();
    readAll(reader);
    reader.snapshotState(1);
    expect(kafka.committedOffset("job", FIRST)).toBeNull();
    write(kafka, 3);
    readAll(reader);
    reader.snapshotState(2);
    reader.notifyCheckpointComplete?.(1);
    expect(kafka.committedOffset("job", FIRST)).toBe(2);
    reader.notifyCheckpointComplete?.(2);
    expect(kafka.committedOffset("job", FIRST)).toBe(3);
  });

  test("lives on when brokers do not answer, neither to a fetch nor to a commit", () => {
    const { kafka, clock } = aCluster({}, { outages: [{ from: 5, until: 50 }] });
    write(kafka, 1);
    const reader = aSource(kafka).aReader();
    clock.advanceTo(5);
    expect(readAll(reader).status).toBe("NOTHING_AVAILABLE");
    expect(reader.nextAvailableAt()).toBe(105);
    reader.snapshotState(1);
    reader.notifyCheckpointComplete?.(1);
    clock.advanceTo(105);
    expect(readAll(reader).values).toEqual([1]);
    expect(kafka.committedOffset("job", FIRST)).toBeNull();
  });

  test("commits nothing if it is told not to", () => {
    const { kafka } = aCluster();
    const reader = aSource(kafka, { commitOffsetsOnCheckpoint: "off" }).aReader();
    reader.snapshotState(1);
    reader.notifyCheckpointComplete?.(1);
    expect(kafka.committedOffset("job", FIRST)).toBeNull();
  });

  test("leaves out what its deserializer leaves out, but moves on", () => {
    const { kafka } = aCluster();
    write(kafka, 1, 2, 3);
    const { aReader } = aSource(kafka, { deserializer: ({ value }) => (value === 2 ? null : value) });
    const reader = aReader();
    expect(readAll(reader).values).toEqual([1, 3]);
    expect(reader.snapshotState(1)).toMatchObject([{ startingOffset: 3 }]);
  });

  test("fails at a record that its deserializer cannot read, again and again", () => {
    const { kafka } = aCluster();
    write(kafka, 1, 2);
    const { aReader } = aSource(kafka, {
      deserializer: ({ value }) => {
        if (value === 1) throw new Error("malformed");
        return value;
      },
    });
    const splits = aReader().snapshotState(1);
    for (const attempt of [1, 2])
      expect(() => readAll(aReader(splits)), `attempt ${attempt}`).toThrow("malformed");
  });

  test("stops where it is told to, behind records and markers alike", () => {
    const { kafka } = aCluster({ partitions: 2 });
    write(kafka, 1);
    const producer = aTransaction(kafka, "a");
    producer.send({ ...FIRST, value: 2 });
    producer.commitTransaction();
    const { source, aReader } = aSource(kafka, { stoppingOffsets: OffsetsInitializer.latest() });
    const reader = aReader();
    write(kafka, 3);
    expect(source.boundedness).toBe("BOUNDED");
    expect(readAll(reader)).toMatchObject({
      values: [1, 2],
      released: ["orders-0", "orders-1"],
      status: "END_OF_INPUT",
    });
  });

  test("sees open and aborted transactions unless its isolation says otherwise", () => {
    const { kafka } = aCluster();
    const aborted = aTransaction(kafka, "a");
    aborted.send({ ...FIRST, value: "aborted" });
    aborted.abortTransaction();
    aTransaction(kafka, "b").send({ ...FIRST, value: "open" });
    expect(readAll(aSource(kafka).aReader()).values).toEqual(["aborted", "open"]);
    expect(readAll(aSource(kafka, { isolationLevel: "read_committed" }).aReader()).values).toEqual([]);
  });

  test("stops listening when it is closed", () => {
    const { kafka } = aCluster();
    const { aReader, woken } = aSource(kafka);
    aReader().close?.();
    write(kafka, 1);
    expect(woken).toEqual([]);
  });
});

describe("where a source begins", () => {
  const startingAt = (startingOffsets: OffsetsInitializer) => {
    const { kafka } = aCluster();
    write(kafka, 1, 2, 3);
    kafka.commitOffsets("job", [{ ...FIRST, offset: 1 }]);
    const { aReader } = aSource(kafka, { startingOffsets });
    const reader = aReader();
    write(kafka, 4);
    return readAll(reader).values;
  };

  test.each([
    ["earliest", OffsetsInitializer.earliest(), [1, 2, 3, 4]],
    ["latest", OffsetsInitializer.latest(), [4]],
    ["a time", OffsetsInitializer.timestamp(25), [3, 4]],
    ["a time that has not come", OffsetsInitializer.timestamp(99), [4]],
    ["what was committed", OffsetsInitializer.committedOffsets(), [2, 3, 4]],
  ])("is %s", (_, initializer, values) => {
    expect(startingAt(initializer)).toEqual(values);
  });

  test("is nowhere if nothing was committed and nothing else is said", () => {
    const { kafka } = aCluster();
    const { source } = aSource(kafka, {
      startingOffsets: OffsetsInitializer.committedOffsets(),
      groupId: "new",
    });
    expect(() => source.discoverSplits()).toThrow(/no reset policy/);
    const lenient = aSource(kafka, {
      startingOffsets: OffsetsInitializer.committedOffsets("earliest"),
      groupId: "new",
    });
    expect(lenient.source.discoverSplits()).toMatchObject([{ startingOffset: 0 }]);
  });

  test("decides what becomes of a reader that retention has overtaken: silence, or a failure", () => {
    const values = [OffsetsInitializer.earliest(), OffsetsInitializer.committedOffsets()].map(
      (startingOffsets) => {
        const { kafka, clock } = aCluster({ retentionMs: 1000, segmentMs: 1 });
        kafka.commitOffsets("job", [{ ...FIRST, offset: 0 }]);
        const { aReader, source } = aSource(kafka, { startingOffsets });
        const splits = source.discoverSplits();
        write(kafka, 1, 2, 50_000);
        clock.advanceTo(300_000);
        return () => {
          const reader = aReader(splits);
          return [...readAll(reader).values, ...readAll(reader).values];
        };
      },
    );
    expect(values[0]?.()).toEqual([50_000]);
    expect(values[1]).toThrow(expect.objectContaining({ name: "OffsetOutOfRangeException" }) as Error);
  });
});

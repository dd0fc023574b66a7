import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ClientProcess } from "../../../../src/engine/world/client-process.ts";
import { ConnectionException } from "../../../../src/engine/world/connection-exception.ts";
import { KafkaConsumer } from "../../../../src/engine/world/kafka/kafka-consumer.ts";
import { KafkaProducer } from "../../../../src/engine/world/kafka/kafka-producer.ts";
import { murmur2, partitionForKey } from "../../../../src/engine/world/kafka/murmur2.ts";
import { aCluster, TOPIC, valuesIn } from "./builders.ts";

const FIRST = { topic: TOPIC, partition: 0 };

describe("murmur2", () => {
  test.each([
    ["21", -973_932_308],
    ["foobar", -790_332_482],
    ["a-little-bit-long-string", -985_981_536],
    ["a-little-bit-longer-string", -1_486_304_829],
    ["lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971],
    ["abc", 479_470_107],
  ])("hashes %s as Kafka's client does", (text, hash) => {
    expect(murmur2(text)).toBe(hash);
  });

  test("spreads keys that are not ASCII too", () => {
    expect(partitionForKey("订单", 1000)).toBe((murmur2("订单") & 0x7fffffff) % 1000);
    expect(murmur2("订单")).not.toBe(murmur2("单订"));
  });
});

describe("a producer", () => {
  test("keeps records for linger.ms, which are lost if its process dies", () => {
    const { kafka, clock, world } = aCluster();
    const process = new ClientProcess("taskmanager-1");
    const lost = world.runAs(process, () => new KafkaProducer(kafka, { lingerMs: 5 }));
    const kept = new KafkaProducer(kafka, { lingerMs: 5 });
    lost.send({ topic: TOPIC, value: "lost" });
    kept.send({ topic: TOPIC, value: "kept" });
    expect(valuesIn(kafka, "read_uncommitted")).toEqual([]);
    process.kill();
    clock.advanceTo(5);
    expect(valuesIn(kafka, "read_uncommitted")).toEqual(["kept"]);
  });

  test("sends a batch as soon as it is full", () => {
    const { kafka } = aCluster();
    const producer = new KafkaProducer(kafka, { lingerMs: 1000, batchSize: 20 });
    producer.send({ topic: TOPIC, value: "0123456789" });
    expect(valuesIn(kafka, "read_uncommitted")).toHaveLength(0);
    producer.send({ topic: TOPIC, value: "0123456789" });
    expect(valuesIn(kafka, "read_uncommitted")).toHaveLength(2);
  });

  test("flushes what waits, and blocks for the way to the brokers", () => {
    const { kafka, clock } = aCluster({}, { latency: { type: "constant", ms: 4 } });
    const producer = new KafkaProducer(kafka, { lingerMs: 1000 });
    producer.send({ topic: TOPIC, value: 1 });
    const before = clock.spent;
    producer.flush();
    expect(valuesIn(kafka, "read_uncommitted")).toEqual([1]);
    expect(clock.spent - before).toBeGreaterThanOrEqual(4);
  });

  test("sends records of one key to one partition, in order", () => {
    const { kafka } = aCluster({ partitions: 4 });
    const producer = new KafkaProducer(kafka);
    for (let value = 0; value < 6; value += 1) producer.send({ topic: TOPIC, key: "k", value });
    const partition = partitionForKey("k", 4);
    const { records } = kafka.fetch(
      { topic: TOPIC, partition },
      { offset: 0, maxRecords: 9, isolation: "read_committed" },
    );
    expect(records.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("serializes a record when it is given, not when it is sent", () => {
    const { kafka } = aCluster();
    const producer = new KafkaProducer(kafka, { lingerMs: 5 });
    const order = { amount: 1 };
    producer.send({ topic: TOPIC, value: order });
    order.amount = 2;
    producer.flush();
    expect(valuesIn(kafka, "read_uncommitted")).toEqual([{ amount: 1 }]);
  });

  test("writes each record once, whatever requests and answers are lost", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("fine", "request", "answer"), { maxLength: 30 }), (fates) => {
        const { kafka, world } = aCluster();
        const left = [...fates];
        const loses = (half: "request" | "answer") => (call: { system: string; operation: string }) => {
          if (call.operation !== "Produce" || left[0] !== half) return;
          left.shift();
          throw new ConnectionException(call.system, call.operation, half);
        };
        world.calls.intercept({
          before: loses("request"),
          after: (call) => {
            loses("answer")(call);
            if (call.operation === "Produce" && left[0] === "fine") left.shift();
          },
        });
        const producer = new KafkaProducer(kafka, { retries: 30 });
        for (let value = 0; value < 10; value += 1) producer.send({ topic: TOPIC, value });
        expect(valuesIn(kafka, "read_uncommitted")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }),
    );
  });

  test("sends nothing more after a batch whose fate is unknown", () => {
    const { kafka } = aCluster({}, { outages: [{ from: 0, until: 10 }] });
    const producer = new KafkaProducer(kafka);
    expect(() => producer.send({ topic: TOPIC, value: 1 })).toThrow(ConnectionException);
    kafka.endpoint.start();
    expect(() => producer.send({ topic: TOPIC, value: 2 })).toThrow(ConnectionException);
  });
});

describe("a consumer", () => {
  test("goes on where its group has committed", () => {
    const { kafka } = aCluster();
    const producer = new KafkaProducer(kafka);
    for (const value of [0, 1, 2]) producer.send({ topic: TOPIC, value });
    const first = new KafkaConsumer(kafka, { groupId: "g", autoOffsetReset: "earliest" });
    first.assign([FIRST]);
    first.commit([{ ...FIRST, offset: 2 }]);
    const second = new KafkaConsumer(kafka, { groupId: "g" });
    second.assign([FIRST]);
    expect(second.poll().map(({ value }) => value)).toEqual([2]);
  });

  test.each([
    ["earliest", 3],
    ["latest", 4],
  ] as const)("whose offset has been deleted silently goes on at the %s", (autoOffsetReset, position) => {
    const { kafka, clock } = aCluster({ retentionMs: 1000, segmentMs: 10 });
    const producer = new KafkaProducer(kafka);
    for (const timestamp of [0, 1, 2, 400_000]) producer.send({ topic: TOPIC, value: timestamp, timestamp });
    clock.advanceTo(300_001);
    const consumer = new KafkaConsumer(kafka, { autoOffsetReset });
    consumer.seek(FIRST, 0);
    expect(consumer.poll()).toEqual([]);
    expect(consumer.position(FIRST)).toBe(position);
  });

  test("whose offset has been deleted fails if it may not choose another", () => {
    const { kafka, clock } = aCluster({ retentionMs: 1000 });
    new KafkaProducer(kafka).send({ topic: TOPIC, value: 1 });
    clock.advanceTo(300_001);
    const consumer = new KafkaConsumer(kafka, { autoOffsetReset: "none" });
    consumer.seek(FIRST, 0);
    expect(() => consumer.poll()).toThrow(
      expect.objectContaining({ name: "OffsetOutOfRangeException" }) as Error,
    );
    expect(() => consumer.assign([FIRST])).toThrow(/no reset policy/);
  });

  test("gets records of its own: what it does to them changes nothing on the brokers", () => {
    const { kafka } = aCluster();
    new KafkaProducer(kafka).send({ topic: TOPIC, value: { amount: 1 } });
    const [first] = valuesIn(kafka, "read_committed") as [{ amount: number }];
    first.amount = 2;
    expect(valuesIn(kafka, "read_committed")).toEqual([{ amount: 1 }]);
  });

  test("reads its partitions in turn", () => {
    const { kafka } = aCluster({ partitions: 2 });
    const producer = new KafkaProducer(kafka);
    for (const value of [0, 1, 2, 3]) producer.send({ topic: TOPIC, partition: value % 2, value });
    const consumer = new KafkaConsumer(kafka, { autoOffsetReset: "earliest", maxPollRecords: 1 });
    consumer.assign(kafka.partitionsFor(TOPIC));
    expect([1, 2, 3, 4].flatMap(() => consumer.poll().map(({ value }) => value))).toEqual([0, 1, 2, 3]);
  });

  test("is told when there is more to read, also by the end of a transaction", () => {
    const { kafka } = aCluster();
    let notices = 0;
    const stop = kafka.onReadable(() => {
      notices += 1;
    });
    new KafkaProducer(kafka).send({ topic: TOPIC, value: 1 });
    expect(notices).toBe(1);
    stop();
    new KafkaProducer(kafka).send({ topic: TOPIC, value: 2 });
    expect(notices).toBe(1);
  });
});

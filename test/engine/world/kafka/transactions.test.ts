import { describe, expect, test } from "vitest";

import { ConnectionException } from "../../../../src/engine/world/connection-exception.ts";
import { KafkaProducer } from "../../../../src/engine/world/kafka/kafka-producer.ts";
import { aCluster, aTransaction, TOPIC, valuesIn } from "./builders.ts";

const FENCED = expect.objectContaining({ name: "ProducerFencedException" }) as Error;

describe("a transaction", () => {
  test("hides its records from read_committed until it is committed", () => {
    const { kafka } = aCluster();
    const producer = aTransaction(kafka, "a");
    producer.send({ topic: TOPIC, value: 1 });
    expect(valuesIn(kafka, "read_uncommitted")).toEqual([1]);
    expect(valuesIn(kafka, "read_committed")).toEqual([]);
    producer.commitTransaction();
    expect(valuesIn(kafka, "read_committed")).toEqual([1]);
  });

  test("that is open holds back what others have written after it", () => {
    const { kafka } = aCluster();
    const open = aTransaction(kafka, "a");
    open.send({ topic: TOPIC, value: "open" });
    new KafkaProducer(kafka).send({ topic: TOPIC, value: "plain" });
    expect(valuesIn(kafka, "read_committed")).toEqual([]);
    open.abortTransaction();
    expect(valuesIn(kafka, "read_committed")).toEqual(["plain"]);
  });

  test("ends with a marker that takes an offset", () => {
    const { kafka } = aCluster();
    const producer = aTransaction(kafka, "a");
    producer.send({ topic: TOPIC, value: 1 });
    producer.commitTransaction();
    expect(kafka.latestOffset({ topic: TOPIC, partition: 0 })).toBe(2);
  });

  test("is aborted when its time-out is over, at the next look of the coordinator", () => {
    const { kafka, clock } = aCluster();
    const producer = aTransaction(kafka, "a");
    producer.send({ topic: TOPIC, value: 1 });
    clock.advanceTo(60_000);
    expect(kafka.listTransactions()).toMatchObject([{ state: "Ongoing", startedAt: 0 }]);
    clock.advanceTo(70_000);
    expect(kafka.listTransactions()).toMatchObject([{ state: "CompleteAbort", startedAt: null }]);
    expect(() => producer.commitTransaction()).toThrow(FENCED);
    expect(valuesIn(kafka, "read_committed")).toEqual([]);
  });

  test("may not ask for a longer time-out than the brokers allow", () => {
    const { kafka } = aCluster();
    const hour = new KafkaProducer(kafka, { transactionalId: "a", transactionTimeoutMs: 3_600_000 });
    expect(() => hour.initTransactions()).toThrow(/transaction\.max\.timeout\.ms/);
  });

  test("is committed once, however often somebody asks who did not hear the answer", () => {
    const { kafka, world } = aCluster();
    const producer = aTransaction(kafka, "a");
    producer.send({ topic: TOPIC, value: 1 });
    const { identity } = producer;
    world.calls.intercept({
      after: ({ system, operation, number }) => {
        if (operation === "EndTxn" && number < 5) throw new ConnectionException(system, operation, "answer");
      },
    });
    expect(() => producer.commitTransaction()).toThrow(ConnectionException);
    const committer = new KafkaProducer(kafka, { transactionalId: "a" });
    committer.resumeTransaction(identity);
    committer.commitTransaction();
    expect(valuesIn(kafka, "read_committed")).toEqual([1]);
    expect(kafka.latestOffset({ topic: TOPIC, partition: 0 })).toBe(2);
  });

  test("cannot be aborted after it has been committed", () => {
    const { kafka } = aCluster();
    const producer = aTransaction(kafka, "a");
    producer.send({ topic: TOPIC, value: 1 });
    producer.commitTransaction();
    expect(() => kafka.endTransaction("a", producer.identity, "abort")).toThrow(/invalid state/);
  });
});

describe("a transactional id", () => {
  test("belongs to the producer that took it over last", () => {
    const { kafka } = aCluster();
    const old = aTransaction(kafka, "a");
    old.send({ topic: TOPIC, value: "old" });
    const young = aTransaction(kafka, "a");
    young.send({ topic: TOPIC, value: "young" });
    expect(() => old.commitTransaction()).toThrow(FENCED);
    young.commitTransaction();
    expect(valuesIn(kafka, "read_committed")).toEqual(["young"]);
  });

  test("shows by an epoch of 0 that nobody has used it", () => {
    const { kafka } = aCluster();
    expect(kafka.initProducerId("a", 1000).epoch).toBe(0);
    expect(kafka.initProducerId("a", 1000).epoch).toBe(1);
  });

  test("counts two epochs up when an open transaction is aborted for it", () => {
    const { kafka } = aCluster();
    aTransaction(kafka, "a").send({ topic: TOPIC, value: 1 });
    expect(kafka.initProducerId("a", 1000).epoch).toBe(2);
  });

  test("lets a fenced producer write nothing more", () => {
    const { kafka } = aCluster();
    const old = aTransaction(kafka, "a");
    old.send({ topic: TOPIC, value: 1 });
    kafka.initProducerId("a", 1000);
    expect(() => old.send({ topic: TOPIC, value: 2 })).toThrow(
      expect.objectContaining({ name: "InvalidProducerEpochException" }) as Error,
    );
  });
});

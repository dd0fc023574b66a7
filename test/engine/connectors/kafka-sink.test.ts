import { describe, expect, test } from "vitest";

import type { KafkaSinkOptions } from "../../../src/engine/connectors/kafka/kafka-sink-options.ts";
import { KafkaSink } from "../../../src/engine/connectors/kafka/kafka-sink.ts";
import { commitAll } from "../../../src/engine/runtime/sink/pending-commit.ts";
import type { KafkaCluster } from "../../../src/engine/world/kafka/kafka-cluster.ts";
import { aCluster, TOPIC, valuesIn } from "../world/kafka/builders.ts";
import { aWriterContext, NO_TIME } from "./writer-context.ts";

function aSink(cluster: KafkaCluster, options: Partial<KafkaSinkOptions<unknown>> = {}): KafkaSink<unknown> {
  return new KafkaSink<unknown>({
    cluster,
    serializer: (value) => ({ topic: TOPIC, value }),
    deliveryGuarantee: "EXACTLY_ONCE",
    transactionalIdPrefix: "job",
    transactionTimeoutMs: 60_000,
    ...options,
  });
}

function openTransactions(kafka: KafkaCluster): readonly string[] {
  return kafka
    .listTransactions()
    .filter(({ state }) => state === "Ongoing")
    .map(({ transactionalId }) => transactionalId);
}

describe("an exactly-once Kafka sink", () => {
  test("shows nothing before its checkpoint is complete", () => {
    const { kafka } = aCluster();
    const sink = aSink(kafka);
    const writer = sink.createWriter(aWriterContext());
    writer.write("a", NO_TIME);
    writer.flush("checkpoint");
    const committables = writer.prepareCommit?.() ?? [];
    writer.snapshotState?.(1);
    writer.write("b", NO_TIME);
    expect(valuesIn(kafka, "read_committed")).toEqual([]);
    commitAll(sink.createCommitter(), committables);
    expect(valuesIn(kafka, "read_committed")).toEqual(["a"]);
    expect(openTransactions(kafka)).toEqual(["job-0-2"]);
  });

  test("needs no commit without records", () => {
    const { kafka } = aCluster();
    const writer = aSink(kafka).createWriter(aWriterContext());
    writer.flush("checkpoint");
    expect(writer.prepareCommit?.()).toEqual([]);
  });

  test("asks for an hour unless it is told otherwise, which brokers refuse", () => {
    const { kafka } = aCluster();
    const sink = new KafkaSink<unknown>({
      cluster: kafka,
      serializer: (value) => ({ topic: TOPIC, value }),
      deliveryGuarantee: "EXACTLY_ONCE",
      transactionalIdPrefix: "job",
    });
    expect(() => sink.createWriter(aWriterContext())).toThrow(/transaction\.max\.timeout\.ms/);
  });

  test("needs a prefix for its transactions", () => {
    const { kafka } = aCluster();
    expect(
      () =>
        new KafkaSink<unknown>({
          cluster: kafka,
          serializer: (value) => ({ topic: TOPIC, value }),
          deliveryGuarantee: "EXACTLY_ONCE",
        }),
    ).toThrow(/transactionalIdPrefix/);
  });

  test("silently loses what was aborted by its time-out before it was committed", () => {
    const { kafka, clock } = aCluster();
    const sink = aSink(kafka);
    const writer = sink.createWriter(aWriterContext());
    writer.write("lost", NO_TIME);
    writer.flush("checkpoint");
    const committables = writer.prepareCommit?.() ?? [];
    clock.advanceTo(100_000);
    expect(() => commitAll(sink.createCommitter(), committables)).not.toThrow();
    expect(valuesIn(kafka, "read_committed")).toEqual([]);
  });

  test("aborts at its start what earlier attempts have left open", () => {
    const { kafka } = aCluster();
    const sink = aSink(kafka);
    for (const value of ["first", "second"]) sink.createWriter(aWriterContext()).write(value, NO_TIME);
    expect(openTransactions(kafka)).toHaveLength(1);
    sink.createWriter(aWriterContext());
    expect(openTransactions(kafka)).toEqual([]);
  });

  test("aborts also what lies behind checkpoints that never reached it", () => {
    const { kafka } = aCluster();
    const sink = aSink(kafka);
    const writer = sink.createWriter(aWriterContext());
    writer.snapshotState?.(1);
    writer.snapshotState?.(4);
    writer.write("open", NO_TIME);
    expect(openTransactions(kafka)).toEqual(["job-0-5"]);
    sink.createWriter(aWriterContext({ restored: 1 }));
    expect(openTransactions(kafka)).toEqual([]);
  });

  test("aborts what subtasks have left that there are no more", () => {
    const { kafka } = aCluster();
    const sink = aSink(kafka);
    for (const subtask of [0, 1, 2, 3]) {
      sink.createWriter(aWriterContext({ subtask, parallelism: 4 })).write(subtask, NO_TIME);
    }
    for (const subtask of [0, 1]) sink.createWriter(aWriterContext({ subtask, parallelism: 2 }));
    expect(openTransactions(kafka)).toEqual([]);
  });

  test("leaves alone what has been prepared for a completed checkpoint", () => {
    const { kafka } = aCluster();
    const sink = aSink(kafka);
    const writer = sink.createWriter(aWriterContext());
    writer.write("prepared", NO_TIME);
    writer.flush("checkpoint");
    const committables = writer.prepareCommit?.() ?? [];
    writer.snapshotState?.(1);
    sink.createWriter(aWriterContext({ restored: 1 }));
    commitAll(sink.createCommitter(), committables);
    expect(valuesIn(kafka, "read_committed")).toEqual(["prepared"]);
  });
});

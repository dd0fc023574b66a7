import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { JdbcExactlyOnceSink } from "../../../src/engine/connectors/jdbc/jdbc-exactly-once-sink.ts";
import { KafkaSink } from "../../../src/engine/connectors/kafka/kafka-sink.ts";
import { KafkaSource } from "../../../src/engine/connectors/kafka/kafka-source.ts";
import { OffsetsInitializer } from "../../../src/engine/connectors/kafka/offsets-initializer.ts";
import type { Fault } from "../../../src/engine/runtime/faults/fault.ts";
import type { Sink } from "../../../src/engine/runtime/sink/sink.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import { Database } from "../../../src/engine/world/database/database.ts";
import { KafkaCluster } from "../../../src/engine/world/kafka/kafka-cluster.ts";
import { KafkaProducer } from "../../../src/engine/world/kafka/kafka-producer.ts";

const COUNT = 12;

/** A job that reads numbers from one Kafka topic of two partitions and writes them to `sink`, in two subtasks. */
function aJob(parallelism = 2) {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.setParallelism(parallelism).enableCheckpointing(20);
  env.setRestartStrategy({ type: "fixedDelay", attempts: 3, delay: 5 });
  const kafka = new KafkaCluster(env.world);
  kafka.createTopic("in", { partitions: 2 });
  kafka.createTopic("out");
  const producer = new KafkaProducer(kafka);
  for (let value = 0; value < COUNT; value += 1) producer.send({ topic: "in", partition: value % 2, value });
  const run = <State, Committable>(
    sink: Sink<number, State, Committable>,
    faults: readonly Fault[],
    seed: number | null,
  ) => {
    const source = new KafkaSource<number>({
      cluster: kafka,
      topics: ["in"],
      groupId: "job",
      deserializer: ({ value }) => Number(value),
      stoppingOffsets: OffsetsInitializer.latest(),
    });
    env
      .fromSource(source, WatermarkStrategy.noWatermarks<number>(), "in")
      .map((value) => value * 10)
      .setCost(() => 10_000)
      .sinkTo(sink);
    env.execute("job", { faults, seed });
  };
  return { env, kafka, run };
}

function kafkaSink(cluster: KafkaCluster): KafkaSink<number> {
  return new KafkaSink<number>({
    cluster,
    serializer: (value) => ({ topic: "out", value }),
    deliveryGuarantee: "EXACTLY_ONCE",
    transactionalIdPrefix: "job",
    transactionTimeoutMs: 600_000,
  });
}

function committedIn(kafka: KafkaCluster): readonly number[] {
  const position = { offset: 0, maxRecords: 1000, isolation: "read_committed" } as const;
  const { records } = kafka.fetch({ topic: "out", partition: 0 }, position);
  return records.map(({ value }) => Number(value)).toSorted((one, other) => one - other);
}

const EXPECTED = Array.from({ length: COUNT }, (_, value) => value * 10);

describe("a job from Kafka to Kafka", () => {
  test("copies everything once, and leaves the brokers the offsets of its last checkpoint", () => {
    const { kafka, run } = aJob();
    run(kafkaSink(kafka), [], null);
    expect(committedIn(kafka)).toEqual(EXPECTED);
    expect([0, 1].map((partition) => kafka.committedOffset("job", { topic: "in", partition }))).toEqual([
      6, 6,
    ]);
  });

  test.each(["fail-task", "kill-task-manager"] as const)(
    "copies everything once, whatever call a fault strikes (%s)",
    (type) => {
      const { env, kafka, run } = aJob();
      const before = env.world.calls.made;
      run(kafkaSink(kafka), [], 3);
      const calls = env.world.calls.made - before;
      expect(calls).toBeGreaterThan(30);
      for (let call = before + 1; call <= before + calls; call += 1) {
        for (const moment of ["before", "after"] as const) {
          const again = aJob();
          again.run(kafkaSink(again.kafka), [{ type, at: { call, moment } }], 3);
          expect({ call, moment, values: committedIn(again.kafka) }).toEqual({
            call,
            moment,
            values: EXPECTED,
          });
        }
      }
    },
  );
});

describe("a job from Kafka to a database", () => {
  test("writes everything once, whatever call a fault strikes", () => {
    const callsOf = (fault: Fault | null): number => {
      const { env, run } = aJob();
      const database = new Database(env.world);
      database.createTable({ name: "out", columns: [{ name: "value", type: "INT" }], primaryKey: ["value"] });
      const sink = new JdbcExactlyOnceSink<number>({
        database,
        statement: (value) => ({ type: "insert", table: "out", row: { value } }),
        transactionIdPrefix: "job",
      });
      const before = env.world.calls.made;
      run(sink, fault === null ? [] : [fault], 3);
      const values = database.rows("out").map(({ value }) => Number(value));
      expect({ fault, values: values.toSorted((one, other) => one - other) }).toEqual({
        fault,
        values: EXPECTED,
      });
      expect({ fault, prepared: database.preparedTransactions() }).toEqual({ fault, prepared: [] });
      return env.world.calls.made - before;
    };
    const first = aJob().env.world.calls.made;
    const calls = callsOf(null);
    expect(calls).toBeGreaterThan(30);
    for (let call = first + 1; call <= first + calls; call += 1) {
      for (const type of ["fail-task", "kill-task-manager"] as const) {
        callsOf({ type, at: { call, moment: "after" } });
      }
    }
  });
});

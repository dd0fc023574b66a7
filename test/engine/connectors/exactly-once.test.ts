import { describe, expect, test } from "vitest";

import { FileSink } from "../../../src/engine/connectors/file/file-sink.ts";
import { ON_CHECKPOINT_ROLLING_POLICY } from "../../../src/engine/connectors/file/rolling-policy.ts";
import { JdbcExactlyOnceSink } from "../../../src/engine/connectors/jdbc/jdbc-exactly-once-sink.ts";
import { JdbcSink } from "../../../src/engine/connectors/jdbc/jdbc-sink.ts";
import { JdbcUpsertSink } from "../../../src/engine/connectors/jdbc/jdbc-upsert-sink.ts";
import { KafkaSink } from "../../../src/engine/connectors/kafka/kafka-sink.ts";
import type { Sink } from "../../../src/engine/runtime/sink/sink.ts";
import { Database } from "../../../src/engine/world/database/database.ts";
import { KafkaCluster } from "../../../src/engine/world/kafka/kafka-cluster.ts";
import { ObjectStore } from "../../../src/engine/world/object-store/object-store.ts";
import { World } from "../../../src/engine/world/world.ts";
import { TOPIC, valuesIn } from "../world/kafka/builders.ts";
import { TestClock } from "../world/test-clock.ts";
import { crashAt, SinkJob, type SinkJobScript } from "./sink-job.ts";

/** A sink in a world of its own, and what can be seen of its results. */
interface Setup<State, Committable> {
  readonly sink: Sink<number, State, Committable>;
  readonly visible: () => readonly unknown[];
  /** What must be nothing when all is done. */
  readonly leftOver: () => readonly unknown[];
}

function kafka(
  world: World,
  deliveryGuarantee: "NONE" | "AT_LEAST_ONCE" | "EXACTLY_ONCE",
): Setup<never, unknown> {
  const cluster = new KafkaCluster(world);
  cluster.createTopic(TOPIC);
  const sink = new KafkaSink<number>({
    cluster,
    serializer: (value) => ({ topic: TOPIC, value }),
    deliveryGuarantee,
    transactionalIdPrefix: "job",
    transactionTimeoutMs: 60_000,
    lingerMs: 100,
  });
  return {
    sink: sink as Sink<number, never, unknown>,
    visible: () => valuesIn(cluster, "read_committed"),
    leftOver: () => cluster.listTransactions().filter(({ state }) => state === "Ongoing"),
  };
}

function aTable(world: World): Database {
  const database = new Database(world);
  database.createTable({
    name: "numbers",
    columns: [
      { name: "id", type: "INT" },
      { name: "value", type: "INT" },
    ],
    primaryKey: ["id"],
  });
  return database;
}

function xa(world: World): Setup<never, unknown> {
  const database = aTable(world);
  let inserted = 0;
  const sink = new JdbcExactlyOnceSink<number>({
    database,
    // A key of its own for each insert, so that a repetition shows.
    statement: (value) => ({ type: "insert", table: "numbers", row: { id: (inserted += 1), value } }),
    transactionIdPrefix: "job",
    execution: { batchSize: 2 },
  });
  return {
    sink: sink as Sink<number, never, unknown>,
    visible: () => database.rows("numbers").map(({ value }) => value),
    leftOver: () => database.preparedTransactions(),
  };
}

function files(world: World, rolling: "checkpoint" | "size"): Setup<unknown, unknown> {
  const store = new ObjectStore(world, { minPartBytes: 16 });
  const sink = new FileSink<number>({
    store,
    basePath: "out",
    encoder: (value) => value,
    bucketAssigner: (value) => (value % 2 === 0 ? "even" : "odd"),
    ...(rolling === "checkpoint" ? { rollingPolicy: ON_CHECKPOINT_ROLLING_POLICY } : {}),
    uploadPartSize: 16,
  });
  return {
    sink: sink as Sink<number, unknown, unknown>,
    visible: () => store.objects().flatMap(({ body }) => body),
    leftOver: () => [],
  };
}

/** Runs a job once for each place at which it can crash, and hands the results over. */
function sweep<State, Committable>(
  setUp: (world: World) => Setup<State, Committable>,
  script: SinkJobScript,
  check: (setup: Setup<State, Committable>, place: string) => void,
): number {
  for (let number = 1; ; number += 1) {
    for (const moment of ["before", "after"] as const) {
      const world = new World(new TestClock(), 7);
      const setup = setUp(world);
      crashAt(world, number, moment);
      const job = new SinkJob(world, setup.sink, script);
      job.run(11);
      if (job.attempts === 1) return number - 1;
      check(setup, `${moment} call ${number}`);
    }
  }
}

const NUMBERS = Array.from({ length: 11 }, (_, value) => value);

function sorted(values: readonly unknown[]): readonly unknown[] {
  return values.map(Number).toSorted((one, other) => one - other);
}

const SCRIPTS: readonly SinkJobScript[] = [
  { elementsPerCheckpoint: 3 },
  { elementsPerCheckpoint: 3, failure: "task" },
  { elementsPerCheckpoint: 2, declined: [2, 3] },
  { elementsPerCheckpoint: 2, declined: [1, 4], failure: "task" },
];

describe.each([
  ["a Kafka sink with transactions", (world: World) => kafka(world, "EXACTLY_ONCE")],
  ["an XA sink", xa],
  ["a file sink that rolls with checkpoints", (world: World) => files(world, "checkpoint")],
  ["a file sink that goes on with its files", (world: World) => files(world, "size")],
] as const)("%s", (_, setUp) => {
  test.each(SCRIPTS)("shows every element once, wherever the job crashes (%o)", (script) => {
    const places = sweep(setUp as (world: World) => Setup<unknown, unknown>, script, (setup, place) => {
      expect({ place, visible: sorted(setup.visible()) }).toEqual({ place, visible: NUMBERS });
      expect({ place, leftOver: setup.leftOver() }).toEqual({ place, leftOver: [] });
    });
    expect(places).toBeGreaterThan(8);
  });
});

describe("a sink without transactions", () => {
  test("at least once shows every element, and some of them twice", () => {
    const seen: number[] = [];
    sweep(
      (world) => kafka(world, "AT_LEAST_ONCE"),
      { elementsPerCheckpoint: 3 },
      (setup, place) => {
        expect({ place, visible: [...new Set(sorted(setup.visible()))] }).toEqual({
          place,
          visible: NUMBERS,
        });
        seen.push(setup.visible().length);
      },
    );
    expect(Math.max(...seen)).toBeGreaterThan(11);
  });

  test("without any guarantee loses what waits in its producer", () => {
    const world = new World(new TestClock(), 7);
    const setup = kafka(world, "NONE");
    const writer = setup.sink.createWriter({
      getTaskInfo: () => ({
        indexOfThisSubtask: 0,
        numberOfParallelSubtasks: 1,
        maxNumberOfParallelSubtasks: 1,
      }),
      getProcessingTimeService: () => {
        throw new Error("not needed");
      },
      getRestoredCheckpointId: () => null,
    });
    writer.write(1, { timestamp: () => null, currentWatermark: () => 0 });
    writer.flush("checkpoint");
    world.process.kill();
    expect(setup.visible()).toEqual([]);
  });

  test("that upserts by a key of its data ends with every element once", () => {
    const setUp = (world: World): Setup<never, never> => {
      const database = aTable(world);
      return {
        sink: new JdbcUpsertSink<number>({
          database,
          table: "numbers",
          primaryKey: ["id"],
          change: (value) => ({ kind: "+I", row: { id: value, value } }),
          execution: { batchSize: 2 },
        }),
        visible: () => database.rows("numbers").map(({ value }) => value),
        leftOver: () => [],
      };
    };
    sweep(setUp, { elementsPerCheckpoint: 3 }, (setup, place) => {
      expect({ place, visible: sorted(setup.visible()) }).toEqual({ place, visible: NUMBERS });
    });
  });

  test("that inserts writes some elements twice", () => {
    let twice = 0;
    const setUp = (world: World): Setup<never, never> => {
      const database = aTable(world);
      let inserted = 0;
      return {
        sink: new JdbcSink<number>({
          database,
          statement: (value) => ({ type: "insert", table: "numbers", row: { id: (inserted += 1), value } }),
          execution: { batchSize: 2 },
        }),
        visible: () => database.rows("numbers").map(({ value }) => value),
        leftOver: () => [],
      };
    };
    sweep(setUp, { elementsPerCheckpoint: 3 }, (setup) => {
      expect(new Set(sorted(setup.visible())).size).toBe(11);
      twice += setup.visible().length > 11 ? 1 : 0;
    });
    expect(twice).toBeGreaterThan(0);
  });
});

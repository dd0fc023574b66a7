import { describe, expect, test } from "vitest";

import { JdbcExactlyOnceSink } from "../../../src/engine/connectors/jdbc/jdbc-exactly-once-sink.ts";
import type { JdbcExecutionOptions } from "../../../src/engine/connectors/jdbc/jdbc-execution-options.ts";
import { JdbcSink } from "../../../src/engine/connectors/jdbc/jdbc-sink.ts";
import type { JdbcSourceOptions } from "../../../src/engine/connectors/jdbc/jdbc-source-options.ts";
import { JdbcSource } from "../../../src/engine/connectors/jdbc/jdbc-source.ts";
import { JdbcUpsertSink } from "../../../src/engine/connectors/jdbc/jdbc-upsert-sink.ts";
import type { RowKind } from "../../../src/engine/table/row.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";
import { ConnectionException } from "../../../src/engine/world/connection-exception.ts";
import type { Database } from "../../../src/engine/world/database/database.ts";
import { aDatabase, anAccount } from "../world/database/builders.ts";
import { aWriterContext, NO_TIME, readAll } from "./writer-context.ts";

function aWriter(
  database: Database,
  execution: Partial<JdbcExecutionOptions>,
  clock = new TestProcessingTimeService(),
) {
  const sink = new JdbcSink<number>({ database, statement: (id) => anAccount(id), execution });
  return sink.createWriter(aWriterContext({ clock }));
}

function ids(database: Database): readonly unknown[] {
  return database.rows("account").map(({ id }) => id);
}

describe("a JDBC sink", () => {
  test("writes when it has enough", () => {
    const { database } = aDatabase();
    const writer = aWriter(database, { batchSize: 3 });
    for (const id of [1, 2]) writer.write(id, NO_TIME);
    expect(ids(database)).toEqual([]);
    writer.write(3, NO_TIME);
    expect(ids(database)).toEqual([1, 2, 3]);
    expect(database.endpoint.count("batch")).toBe(1);
  });

  test("writes when it is time", () => {
    const { database } = aDatabase();
    const clock = new TestProcessingTimeService();
    const writer = aWriter(database, { batchIntervalMs: 1000 }, clock);
    writer.write(1, NO_TIME);
    clock.setCurrentTime(999);
    expect(ids(database)).toEqual([]);
    clock.setCurrentTime(1000);
    expect(ids(database)).toEqual([1]);
    writer.write(2, NO_TIME);
    clock.setCurrentTime(2000);
    expect(ids(database)).toEqual([1, 2]);
  });

  test("by default keeps the last elements of a quiet stream back until a checkpoint", () => {
    const { database } = aDatabase();
    const clock = new TestProcessingTimeService();
    const writer = aWriter(database, {}, clock);
    writer.write(1, NO_TIME);
    clock.setCurrentTime(3_600_000);
    expect(ids(database)).toEqual([]);
    writer.flush("checkpoint");
    expect(ids(database)).toEqual([1]);
  });

  test("tries again over a new connection, after longer and longer pauses", () => {
    const { database, clock, world } = aDatabase();
    let failures = 4;
    world.calls.intercept({
      before: ({ system, operation }) => {
        if (operation !== "batch" || failures === 0) return;
        failures -= 1;
        throw new ConnectionException(system, operation, "request");
      },
    });
    const writer = aWriter(database, { batchSize: 1, maxRetries: 4 });
    writer.write(1, NO_TIME);
    expect(ids(database)).toEqual([1]);
    expect([clock.spent, database.endpoint.count("connect")]).toEqual([0 + 1000 + 2000 + 3000, 5]);
  });

  test("gives up after so many attempts", () => {
    const { database } = aDatabase();
    const writer = aWriter(database, { batchSize: 1, maxRetries: 1 });
    database.endpoint.stop();
    expect(() => writer.write(1, NO_TIME)).toThrow(ConnectionException);
  });

  test("tells at the next element that a flush by the clock has failed", () => {
    const { database } = aDatabase();
    const clock = new TestProcessingTimeService();
    const writer = aWriter(database, { batchIntervalMs: 1000, maxRetries: 0 }, clock);
    writer.write(1, NO_TIME);
    database.endpoint.stop();
    clock.setCurrentTime(1000);
    expect(() => writer.write(2, NO_TIME)).toThrow("Writing records to JDBC failed.");
  });

  test("gives its connection back", () => {
    const { database } = aDatabase();
    const writer = aWriter(database, {});
    writer.write(1, NO_TIME);
    writer.close?.();
    expect([database.limits.open, ids(database)]).toEqual([0, [1]]);
  });
});

describe("a JDBC sink for changelogs", () => {
  const change = (kind: RowKind, id: number, balance: number) => ({ kind, row: { id, owner: "o", balance } });

  test("writes of all changes of a key only the last", () => {
    const { database } = aDatabase();
    const sink = new JdbcUpsertSink<ReturnType<typeof change>>({
      database,
      table: "account",
      primaryKey: ["id"],
      change: (one) => one,
    });
    const writer = sink.createWriter(aWriterContext());
    const changes = [
      change("+I", 1, 10),
      change("-U", 1, 10),
      change("+U", 1, 20),
      change("+I", 2, 5),
      change("-D", 2, 5),
    ];
    for (const one of changes) writer.write(one, NO_TIME);
    writer.flush("checkpoint");
    expect(database.rows("account")).toEqual([{ id: 1, owner: "o", balance: 20 }]);
    expect(database.counters.rowsWritten).toBe(1);
  });

  test.each(["-D", "-U"] as const)("deletes a row for a %s that nothing follows", (kind) => {
    const { database } = aDatabase();
    database.load("account", [anAccount(1).row, anAccount(2).row]);
    const sink = new JdbcUpsertSink<ReturnType<typeof change>>({
      database,
      table: "account",
      primaryKey: ["id"],
      change: (one) => one,
    });
    const writer = sink.createWriter(aWriterContext());
    writer.write(change(kind, 1, 20), NO_TIME);
    writer.flush("checkpoint");
    expect(ids(database)).toEqual([2]);
  });
});

describe("an exactly-once JDBC sink", () => {
  const aSink = (database: Database, prefix = "job") =>
    new JdbcExactlyOnceSink<number>({
      database,
      statement: (id) => anAccount(id),
      transactionIdPrefix: prefix,
    });

  test("refuses to try a failed batch again", () => {
    const { database } = aDatabase();
    const options = { database, statement: anAccount, transactionIdPrefix: "job" };
    expect(() => new JdbcExactlyOnceSink<number>({ ...options, execution: { maxRetries: 3 } })).toThrow(
      /FLINK-22311/,
    );
  });

  test("rolls back at its start what it has prepared for checkpoints that never completed, and only that", () => {
    const { database } = aDatabase();
    const prepare = (prefix: string, subtask: number, checkpointId: number, id: number) => {
      const writer = aSink(database, prefix).createWriter(
        aWriterContext({ subtask, parallelism: 4, restored: checkpointId - 1 }),
      );
      writer.write(id, NO_TIME);
      writer.flush("checkpoint");
      writer.prepareCommit?.();
      writer.close?.();
    };
    prepare("other", 0, 6, 1);
    prepare("job", 0, 5, 2);
    prepare("job", 2, 6, 3);
    prepare("job", 1, 6, 4);
    aSink(database).createWriter(aWriterContext({ subtask: 0, parallelism: 2, restored: 5 }));
    expect(database.preparedTransactions()).toEqual(["other-0-6", "job-0-5", "job-1-6"]);
  });
});

describe("a JDBC source", () => {
  const aSource = (options: Partial<JdbcSourceOptions<unknown>> = {}) => {
    const { database } = aDatabase();
    database.load(
      "account",
      Array.from({ length: 10 }, (_, id) => anAccount(id, id * 10).row),
    );
    const source = new JdbcSource<unknown>({
      database,
      table: "account",
      extractor: ({ id }) => id,
      ...options,
    });
    const reader = (splits = source.discoverSplits()) => {
      const created = source.createReader({
        getIndexOfSubtask: () => 0,
        currentParallelism: () => 1,
        currentProcessingTime: () => 0,
        wakeUp: () => {},
      });
      created.addSplits(splits);
      return created;
    };
    return { database, source, reader };
  };

  test("reads a table, and ends", () => {
    const { reader } = aSource();
    expect(readAll(reader())).toMatchObject({
      values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      status: "END_OF_INPUT",
    });
  });

  test("reads it in pieces that have every row once, and look at no other", () => {
    const partitionedScan = { column: "id", lower: 0, upper: 9, count: 3 };
    const { database, source, reader } = aSource({ partitionedScan });
    const pieces = source.discoverSplits().map((split) => readAll(reader([split])).values);
    expect(pieces).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
    expect(database.counters.rowsExamined).toBe(10);
  });

  test("lets the database filter and project", () => {
    const where = { type: "comparison", column: "owner", operator: "=", value: "owner-1" } as const;
    const { database, reader } = aSource({ where, columns: ["id"] });
    expect(readAll(reader()).values).toEqual([1, 4, 7]);
    expect(database.counters).toMatchObject({ rowsExamined: 3, rowsSent: 3 });
  });

  test("goes on where its snapshot was", () => {
    const { reader } = aSource();
    const first = reader();
    const values: unknown[] = [];
    const output = {
      collect: (value: unknown) => values.push(value),
      emitWatermark: () => {},
      markIdle: () => {},
      markActive: () => {},
      createOutputForSplit: () => output,
      releaseOutputForSplit: () => {},
    };
    for (let count = 0; count < 4; count += 1) first.pollNext(output);
    const splits = first.snapshotState(1);
    first.close?.();
    expect([...values, ...readAll(reader(splits)).values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

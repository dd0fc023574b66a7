import { describe, expect, test } from "vitest";

import { ClientProcess } from "../../../../src/engine/world/client-process.ts";
import { ConnectionException } from "../../../../src/engine/world/connection-exception.ts";
import { aDatabase, anAccount } from "./builders.ts";

describe("a statement with auto-commit", () => {
  test("is for good at once", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    expect(connection.executeUpdate(anAccount(1, 5, "insert"))).toBe(1);
    connection.close();
    expect(database.rows("account")).toEqual([{ id: 1, owner: "owner-1", balance: 5 }]);
  });

  test("refuses a second row with the same key, in the words of MySQL", () => {
    const connection = aDatabase().database.connect();
    connection.executeUpdate(anAccount(1, 5, "insert"));
    expect(() => connection.executeUpdate(anAccount(1, 6, "insert"))).toThrow(
      "Duplicate entry 1 for key 'account.PRIMARY'",
    );
  });

  test("that fails leaves no row locked", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    connection.executeUpdate(anAccount(1, 5, "insert"));
    expect(() => connection.executeUpdate(anAccount(1, 6, "insert"))).toThrow(/Duplicate entry/);
    expect(database.lockedRows).toBe(0);
  });

  test("replaces the row with the same key if it is an upsert", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    connection.executeUpdate(anAccount(1, 5));
    connection.executeUpdate(anAccount(1, 6));
    expect(database.rows("account")).toMatchObject([{ balance: 6 }]);
  });

  test.each([
    ["a column that is not there", { id: 1, colour: "red" }, /Unknown column 'colour'/],
    ["a key that is NULL", { owner: "x" }, /Column 'id' cannot be null/],
    [
      "a value of another type",
      { id: 1, balance: "much" },
      /Incorrect bigint value: 'much' for column 'balance'/,
    ],
  ])("refuses %s", (_, row, message) => {
    const connection = aDatabase().database.connect();
    expect(() => connection.executeUpdate({ type: "insert", table: "account", row })).toThrow(message);
  });

  test("leaves what a batch had done before the statement that fails", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    const batch = [anAccount(1, 5, "insert"), anAccount(1, 6, "insert"), anAccount(2, 7, "insert")];
    expect(() => connection.executeBatch(batch)).toThrow(
      expect.objectContaining({ name: "BatchUpdateException", updateCounts: [1] }) as Error,
    );
    expect(database.rows("account")).toMatchObject([{ id: 1, balance: 5 }]);
  });

  test("changes and deletes the rows that a condition names", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    connection.executeBatch([1, 2, 4].map((id) => anAccount(id, 10)));
    const where = { type: "comparison", column: "owner", operator: "=", value: "owner-1" } as const;
    expect(
      connection.executeUpdate({
        type: "update",
        table: "account",
        where,
        set: ({ balance }) => ({ balance: Number(balance) + 1 }),
      }),
    ).toBe(2);
    connection.executeUpdate({ type: "delete", table: "account", where: { ...where, value: "owner-2" } });
    expect(database.rows("account")).toMatchObject([
      { id: 1, balance: 11 },
      { id: 4, balance: 11 },
    ]);
  });

  test("moves a row whose key it changes", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    connection.executeUpdate(anAccount(1));
    const where = { type: "comparison", column: "id", operator: "=", value: 1 } as const;
    connection.executeUpdate({ type: "update", table: "account", where, set: () => ({ id: 9 }) });
    expect(database.rows("account")).toMatchObject([{ id: 9 }]);
  });
});

describe("a transaction", () => {
  test("shows its own writes to itself, and to others only after its commit", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    connection.setAutoCommit("off");
    connection.executeUpdate(anAccount(1, 5));
    expect(connection.executeQuery({ type: "select", table: "account" })).toHaveLength(1);
    expect(database.connect().executeQuery({ type: "select", table: "account" })).toHaveLength(0);
    connection.commit();
    expect(database.rows("account")).toHaveLength(1);
  });

  test.each(["close", "process"] as const)("is rolled back when its connection ends (%s)", (end) => {
    const { database, world } = aDatabase();
    const process = new ClientProcess("taskmanager-1");
    const connection = world.runAs(process, () => database.connect());
    connection.setAutoCommit("off");
    connection.executeUpdate(anAccount(1, 5));
    if (end === "close") connection.close();
    else process.kill();
    expect(database.rows("account")).toEqual([]);
    expect([database.lockedRows, database.limits.open, process.openSockets]).toEqual([0, 0, 0]);
  });

  test("makes others wait for the rows that it has written, and then give up", () => {
    const { database, clock } = aDatabase();
    const connection = database.connect();
    connection.setAutoCommit("off");
    connection.executeUpdate(anAccount(1, 5));
    expect(() => database.connect().executeUpdate(anAccount(1, 6))).toThrow(/Lock wait timeout exceeded/);
    expect(clock.spent).toBe(50_000);
    connection.rollback();
    expect(database.connect().executeUpdate(anAccount(1, 6))).toBe(1);
  });
});

describe("a query", () => {
  const select = { type: "select", table: "account" } as const;

  test("without an index looks at every row", () => {
    const { database } = aDatabase();
    database.load(
      "account",
      Array.from({ length: 90 }, (_, id) => anAccount(id, id).row),
    );
    const where = { type: "comparison", column: "balance", operator: "=", value: 7 } as const;
    expect(database.connect().executeQuery({ ...select, where, columns: ["id"] })).toEqual([{ id: 7 }]);
    expect(database.counters).toMatchObject({ rowsExamined: 90, rowsSent: 1 });
  });

  test("for what a column is not looks at every row, index or not", () => {
    const { database } = aDatabase();
    database.load(
      "account",
      [1, 2, 3].map((id) => anAccount(id).row),
    );
    const where = { type: "comparison", column: "id", operator: "<>", value: 2 } as const;
    expect(database.connect().executeQuery({ ...select, where })).toHaveLength(2);
    expect(database.counters.rowsExamined).toBe(3);
  });

  test("with an index looks at the rows that it finds there", () => {
    const { database } = aDatabase();
    database.load(
      "account",
      Array.from({ length: 90 }, (_, id) => anAccount(id, id).row),
    );
    const byOwner = { type: "comparison", column: "owner", operator: "=", value: "OWNER-1" } as const;
    const rich = { type: "comparison", column: "balance", operator: ">", value: 80 } as const;
    const where = { type: "and", conditions: [byOwner, rich] } as const;
    expect(
      database
        .connect()
        .executeQuery({ ...select, where })
        .map(({ id }) => id),
    ).toEqual([82, 85, 88]);
    expect(database.counters).toMatchObject({ rowsExamined: 30, rowsSent: 3 });
  });

  test("of the part of a table that a range of keys names looks at that part", () => {
    const { database } = aDatabase();
    database.load(
      "account",
      Array.from({ length: 90 }, (_, id) => anAccount(id).row),
    );
    const from = { type: "comparison", column: "id", operator: ">=", value: 30 } as const;
    const to = { type: "comparison", column: "id", operator: "<", value: 40 } as const;
    database.connect().executeQuery({ ...select, where: { type: "and", conditions: [from, to] } });
    expect(database.counters.rowsExamined).toBe(10);
  });
});

describe("a server", () => {
  test("takes only so many connections", () => {
    const { database } = aDatabase({ maxConnections: 2 });
    const first = database.connect();
    database.connect();
    expect(() => database.connect()).toThrow(/Too many connections/);
    first.close();
    database.connect();
    expect(database.limits).toMatchObject({ open: 2, peak: 2, peakPerMinute: 4 });
  });

  test("goes down when too many knock, and is up again when it had its rest", () => {
    const { database, clock } = aDatabase({ connectStorm: { perMinute: 3, downFor: 5000 } });
    for (let count = 0; count < 3; count += 1) database.connect().close();
    expect(() => database.connect()).toThrow(ConnectionException);
    clock.advanceTo(4999);
    expect(() => database.connect()).toThrow(ConnectionException);
    clock.advanceTo(80_000);
    expect(database.connect().isValid()).toBe(true);
  });

  test("that crashes breaks its connections and keeps what is committed", () => {
    const { database } = aDatabase();
    const connection = database.connect();
    connection.executeUpdate(anAccount(1));
    connection.setAutoCommit("off");
    connection.executeUpdate(anAccount(2));
    database.crash();
    expect(connection.isValid()).toBe(false);
    expect(() => connection.executeUpdate(anAccount(3))).toThrow(/connection closed/);
    expect(database.rows("account")).toMatchObject([{ id: 1 }]);
  });

  test("breaks a connection whose call is lost", () => {
    const { database, world } = aDatabase();
    const connection = database.connect();
    world.calls.intercept({
      after: ({ system, operation }) => {
        if (operation === "update") throw new ConnectionException(system, operation, "answer");
      },
    });
    expect(() => connection.executeUpdate(anAccount(1))).toThrow(ConnectionException);
    expect(connection.isValid()).toBe(false);
    expect(database.rows("account")).toHaveLength(1);
  });

  test("takes its time for every row that is written", () => {
    const { database, clock } = aDatabase({ writeTimePerRow: 2, latency: { type: "constant", ms: 10 } });
    const connection = database.connect();
    connection.executeBatch([anAccount(1), anAccount(2), anAccount(3)]);
    expect(clock.spent).toBe(10 + 10 + 3 * 2);
  });
});

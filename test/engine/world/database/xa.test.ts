import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ClientProcess } from "../../../../src/engine/world/client-process.ts";
import type { Database } from "../../../../src/engine/world/database/database.ts";
import type { XaResource } from "../../../../src/engine/world/database/xa-resource.ts";
import { aDatabase, anAccount } from "./builders.ts";

/** A resource whose connection belongs to the process that runs. */
function aResource(database: Database): XaResource {
  return database.xaResource(database.connect());
}

/** Brings a branch that writes one account as far as asked. */
function aBranch(database: Database, id: number, state: "active" | "idle" | "prepared"): XaResource {
  const connection = database.connect();
  const resource = database.xaResource(connection);
  const xid = `xid-${id}`;
  resource.start(xid);
  connection.executeUpdate(anAccount(id));
  if (state !== "active") resource.end(xid);
  if (state === "prepared") resource.prepare(xid);
  return resource;
}

describe("an XA transaction", () => {
  test("shows nothing before its commit and everything after it", () => {
    const { database } = aDatabase();
    const resource = aBranch(database, 1, "prepared");
    expect(database.rows("account")).toEqual([]);
    resource.commit("xid-1");
    expect(database.rows("account")).toHaveLength(1);
    expect(database.lockedRows).toBe(0);
  });

  test("that is prepared can be committed over another connection, once", () => {
    const { database } = aDatabase();
    aBranch(database, 1, "prepared");
    database.crash();
    const resource = aResource(database);
    expect(resource.recover()).toEqual(["xid-1"]);
    resource.commit("xid-1");
    expect(() => resource.commit("xid-1")).toThrow(expect.objectContaining({ errorCode: -4 }) as Error);
    expect(database.rows("account")).toHaveLength(1);
  });

  test("that is prepared keeps its rows locked until somebody ends it", () => {
    const { database } = aDatabase();
    aBranch(database, 1, "prepared");
    database.crash();
    expect(() => database.connect().executeUpdate(anAccount(1, 9))).toThrow(/Lock wait timeout/);
    aResource(database).rollback("xid-1");
    expect(database.connect().executeUpdate(anAccount(1, 9))).toBe(1);
  });

  test("that wrote nothing needs no commit", () => {
    const { database } = aDatabase();
    const resource = aResource(database);
    resource.start("xid");
    resource.end("xid");
    expect(resource.prepare("xid")).toBe("XA_RDONLY");
    expect(() => resource.commit("xid")).toThrow(/XAER_NOTA/);
  });

  test("must end before it is prepared, and be prepared before it is committed", () => {
    const { database } = aDatabase();
    const resource = aBranch(database, 1, "active");
    expect(() => resource.prepare("xid-1")).toThrow(/XAER_PROTO/);
    expect(() => resource.commit("xid-1")).toThrow(/XAER_PROTO/);
  });

  test("needs a name of its own, and a connection that is in no other", () => {
    const { database } = aDatabase();
    aBranch(database, 1, "prepared");
    expect(() => aResource(database).start("xid-1")).toThrow(/XAER_DUPID/);
    expect(() => aBranch(database, 2, "active").start("xid-3")).toThrow(/XAER_RMFAIL/);
  });

  test("leaves its connection free as soon as it is prepared", () => {
    const { database } = aDatabase();
    expect(() => aBranch(database, 1, "prepared").start("xid-2")).not.toThrow();
  });

  test("keeps its connection until its commit before MySQL 8.0.29", () => {
    const { database } = aDatabase({ xaDetachOnPrepare: "off" });
    const resource = aBranch(database, 1, "prepared");
    expect(() => resource.start("xid-2")).toThrow(/XAER_RMFAIL/);
    resource.commit("xid-1");
    expect(() => resource.start("xid-2")).not.toThrow();
  });
});

describe("a prepared XA transaction", () => {
  test("is not listed among those to recover before it is prepared", () => {
    const { database } = aDatabase();
    aBranch(database, 1, "idle");
    aBranch(database, 2, "active");
    expect(aResource(database).recover()).toEqual([]);
  });

  test("survives its connection also where it holds it until the commit", () => {
    const { database } = aDatabase({ xaDetachOnPrepare: "off" });
    aBranch(database, 1, "prepared");
    database.crash();
    aResource(database).commit("xid-1");
    expect(database.rows("account")).toHaveLength(1);
  });
});

describe("the recovery of XA transactions", () => {
  test("finds exactly the prepared ones, and commits exactly those that are decided", () => {
    const branch = fc.record({
      state: fc.constantFrom("active" as const, "idle" as const, "prepared" as const),
      isDecided: fc.boolean(),
      loses: fc.constantFrom("server" as const, "client" as const),
    });
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 8 }), (branches) => {
        const { database, world } = aDatabase();
        const process = new ClientProcess("taskmanager-1");
        world.runAs(process, () => branches.forEach(({ state }, id) => aBranch(database, id, state)));
        if (branches[0]?.loses === "client") process.kill();
        else database.crash();
        const prepared = [...branches.keys()].filter((id) => branches[id]?.state === "prepared");
        const resource = aResource(database);
        expect(resource.recover()).toEqual(prepared.map((id) => `xid-${id}`));
        const decided = prepared.filter((id) => branches[id]?.isDecided === true);
        for (const id of prepared) {
          if (decided.includes(id)) resource.commit(`xid-${id}`);
          else resource.rollback(`xid-${id}`);
        }
        expect(database.rows("account").map(({ id }) => id)).toEqual(decided);
        expect([database.lockedRows, database.preparedTransactions()]).toEqual([0, []]);
      }),
    );
  });
});

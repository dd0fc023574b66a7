import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { evaluateCondition, type Condition } from "../../../../src/engine/world/database/condition.ts";
import { aDatabase } from "./builders.ts";

const value = fc.constantFrom(null, 0, 1, 2, 3);
const text = fc.constantFrom(null, "a", "A", "b", "ab");
const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    type: fc.constant("comparison" as const),
    column: fc.constantFrom("id", "balance"),
    operator: fc.constantFrom(
      "=" as const,
      "<>" as const,
      "<" as const,
      "<=" as const,
      ">" as const,
      ">=" as const,
    ),
    value,
  }),
  fc.record({
    type: fc.constant("comparison" as const),
    column: fc.constant("owner"),
    operator: fc.constantFrom("=" as const, "<" as const),
    value: text,
  }),
  fc.record({
    type: fc.constant("in" as const),
    column: fc.constant("id"),
    values: fc.array(value, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("like" as const),
    column: fc.constant("owner"),
    pattern: fc.constantFrom("a%", "_"),
  }),
  fc.record({
    type: fc.constantFrom("is-null" as const, "is-not-null" as const),
    column: fc.constantFrom("owner", "balance"),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    atom,
    fc.record({
      type: fc.constantFrom("and" as const, "or" as const),
      conditions: fc.array(tie("condition"), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant("not" as const), condition: tie("condition") }),
  ),
}));
const rows = fc.uniqueArray(fc.record({ id: fc.nat({ max: 3 }), owner: text, balance: value }), {
  selector: ({ id }) => id,
});

describe("a condition", () => {
  test("is unknown for NULL, which no comparison and no NOT changes", () => {
    const isOne: Condition = { type: "comparison", column: "balance", operator: "=", value: 1 };
    expect(evaluateCondition(isOne, { balance: null }, "binary")).toBeNull();
    expect(evaluateCondition({ type: "not", condition: isOne }, { balance: null }, "binary")).toBeNull();
    expect(
      evaluateCondition({ type: "in", column: "balance", values: [1, null] }, { balance: 2 }, "binary"),
    ).toBeNull();
  });

  test("knows AND and OR of what is unknown", () => {
    const unknown: Condition = { type: "comparison", column: "balance", operator: "=", value: null };
    const yes: Condition = { type: "is-null", column: "balance" };
    const no: Condition = { type: "is-not-null", column: "balance" };
    const of = (type: "and" | "or", other: Condition) =>
      evaluateCondition({ type, conditions: [unknown, other] }, {}, "binary");
    expect([of("and", yes), of("and", no), of("or", yes), of("or", no)]).toEqual([null, false, true, null]);
  });

  test("compares texts by the collation of the database", () => {
    const isA: Condition = { type: "comparison", column: "owner", operator: "=", value: "A" };
    expect(evaluateCondition(isA, { owner: "a" }, "binary")).toBe(false);
    expect(evaluateCondition(isA, { owner: "a" }, "case-insensitive")).toBe(true);
  });

  test("takes % and _ in LIKE for what they stand for, and nothing else", () => {
    const like = (pattern: string, owner: string) =>
      evaluateCondition({ type: "like", column: "owner", pattern }, { owner }, "binary");
    expect([
      like("a%", "abc"),
      like("a_", "ab"),
      like("a_", "abc"),
      like("a.c", "abc"),
      like("%\n%", "a\nb"),
    ]).toEqual([true, true, false, false, true]);
  });

  test("splits a table into the rows for which it is true, false and unknown", () => {
    fc.assert(
      fc.property(condition, rows, (where, all) => {
        const { database } = aDatabase();
        database.load("account", all);
        const connection = database.connect();
        const select = (one: Condition) =>
          connection.executeQuery({ type: "select", table: "account", where: one });
        const unknown = all.filter((row) => evaluateCondition(where, row, "case-insensitive") === null);
        const found = [...select(where), ...select({ type: "not", condition: where }), ...unknown];
        expect(found).toHaveLength(all.length);
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
      }),
    );
  });

  test("finds through an index just what a look at every row finds", () => {
    fc.assert(
      fc.property(condition, rows, (where, all) => {
        const { database } = aDatabase();
        database.load("account", all);
        const found = database.connect().executeQuery({ type: "select", table: "account", where });
        expect(found).toEqual(
          all.filter((row) => evaluateCondition(where, row, "case-insensitive") === true),
        );
        expect(database.counters.rowsExamined).toBeGreaterThanOrEqual(found.length);
        expect(database.counters.rowsExamined).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});

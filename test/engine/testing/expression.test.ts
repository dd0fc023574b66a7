import { describe, expect, test } from "vitest";

import { RuntimeContext } from "../../../src/engine/operators/runtime-context.ts";
import { evaluate, isTrue, scopeOf } from "../../../src/engine/testing/expression.ts";
import { declaredStatesOf } from "../../../src/engine/testing/functions-from-expressions.ts";
import type { Json } from "../../../src/engine/testing/json.ts";
import { StateLookup } from "../../../src/engine/testing/state-lookup.ts";
import { aBackend } from "../state/builders.ts";

const scope = scopeOf({ el: { v: 7, list: [1, 2], none: null }, word: "b" });

describe("evaluate", () => {
  test.each<[Json, Json]>([
    ["$el.v", 7],
    ["$el.list.1", 2],
    ["$el.none.deeper", null],
    ["$nobody.knows", null],
    ["plain", "plain"],
    [5, 5],
    [null, null],
    [
      ["lit", ["+", 1, 2]],
      ["+", 1, 2],
    ],
    [["if", true, 1, ["fail"]], 1],
    [["if", 1, "yes", "no"], "no"],
    [["and", true, false, ["nonsense"]], false],
    [["or", false, true, ["nonsense"]], true],
    [["not", 1], true],
    [["+", 1, 2, 3], 6],
    [["-", 7], -7],
    [["-", 7, 2, 1], 4],
    [["*", 2, 3], 6],
    [["/", 7, 2], 3.5],
    [["/", 4, 2], 2],
    [["div", -7, 2], -4],
    [["%", -7, 3], 2],
    [["abs", -3], 3],
    [["==", ["lit", { a: 1, b: [2] }], ["lit", { b: [2], a: 1 }]], true],
    [["!=", 1, "1"], true],
    [["<", 2, 10], true],
    [["<", "b", "a"], false],
    [["<=", 2, 2], true],
    [[">", ["lit", [2]], ["lit", [10]]], true],
    [[">=", 1, 2], false],
    [["min", 3, 1, 2], 1],
    [["max", "a", "c", "b"], "c"],
    [["coalesce", null, "$el.none", 3], 3],
    [["coalesce", null], null],
    [["concat", "a", 1, ["lit", { b: 1, a: [null] }]], 'a1{"a":[null],"b":1}'],
    [["obj", "k", "$word", "v", "$el.v"], { k: "b", v: 7 }],
    [
      ["arr", 1, "$word"],
      [1, "b"],
    ],
    [["merge", ["lit", { a: 1, b: 1 }], ["lit", { b: 2 }]], { a: 1, b: 2 }],
    [["get", "$el.list", 0], 1],
    [["get", "$el", "v"], 7],
    [["get", null, "v"], null],
    [["len", "$el.list"], 2],
    [["len", "word"], 4],
    [
      ["append", "$el.list", 3],
      [1, 2, 3],
    ],
    [
      ["addAll", "$el.list", ["lit", [3, 4]]],
      [1, 2, 3, 4],
    ],
    [
      ["sort", ["lit", [10, 9, 1]]],
      [1, 9, 10],
    ],
    [
      ["pluck", ["lit", [{ v: 1 }, { w: 2 }]], "v"],
      [1, null],
    ],
    [["sum", "$el.list"], 3],
  ])("makes of %j %j", (expression, value) => {
    expect(evaluate(expression, scope)).toEqual(value);
  });

  test.each<[Json, string]>([
    [["nonsense", 1], 'There is no call "nonsense".'],
    [["+", 1, "one"], '"one" is not a number.'],
    [["len", 5], "5 is not a list."],
    [["value", "s"], "This function has no state."],
  ])("refuses %j", (expression, message) => {
    expect(() => evaluate(expression, scope)).toThrow(message);
  });

  test("reads state by its name and type", () => {
    const declared = declaredStatesOf({
      v: { type: "value" },
      l: { type: "list" },
      m: { type: "map" },
      r: { type: "reducing", reduce: ["+", "$a", "$b"] },
      g: {
        type: "aggregating",
        init: 0,
        add: ["+", "$acc", "$el"],
        result: ["-", "$acc"],
        merge: ["+", "$a", "$b"],
      },
    });
    const taskInfo = { indexOfThisSubtask: 0, numberOfParallelSubtasks: 1, maxNumberOfParallelSubtasks: 128 };
    const states = new StateLookup(new RuntimeContext(taskInfo, aBackend()), declared);
    states.value("v").update(1);
    states.list("l").add(2);
    states.map("m").put("k", 3);
    for (const value of [4, 5]) {
      states.reducing("r").add(value);
      states.aggregating("g").add(value);
    }
    const reads: Json = [
      "arr",
      ["value", "v"],
      ["list", "l"],
      ["mapGet", "m", "k"],
      ["mapHas", "m", "z"],
      ["mapEmpty", "m"],
      ["mapKeys", "m"],
      ["reduced", "r"],
      ["aggregated", "g"],
    ];
    expect(evaluate(reads, scopeOf({}, states))).toEqual([1, [2], 3, false, false, ["k"], 9, -9]);
    expect(() => evaluate(["list", "v"], scopeOf({}, states))).toThrow(
      'The state "v" is of type value, not list.',
    );
    expect(() => evaluate(["value", "x"], scopeOf({}, states))).toThrow('There is no state "x".');
    expect(() => evaluate(["bkeys", "v"], scopeOf({}, states))).toThrow('There is no broadcast state "v".');
  });
});

describe("isTrue", () => {
  test.each([[1], ["true"], [null], [["lit", [true]]]])("is false for %j", (expression: Json) => {
    expect(isTrue(expression, scope)).toBe(false);
  });
});

import { describe, expect, test } from "vitest";

import { runActions } from "../../../src/engine/testing/actions.ts";
import { scopeOf } from "../../../src/engine/testing/expression.ts";
import type { Json } from "../../../src/engine/testing/json.ts";

function emittedBy(actions: Json, variables: { readonly [name: string]: Json } = {}): readonly Json[] {
  const emitted: Json[] = [];
  runActions(actions, scopeOf(variables), {
    emit: (value) => emitted.push(value),
    side: (tag, value) => emitted.push([tag, value]),
  });
  return emitted;
}

describe("runActions", () => {
  test("runs actions in order", () => {
    expect(
      emittedBy(
        [
          ["emit", 1],
          ["side", "late", "$el"],
          ["emit", 2],
        ],
        { el: "x" },
      ),
    ).toEqual([1, ["late", "x"], 2]);
  });

  test("runs one branch of when, if it is there", () => {
    expect(emittedBy([["when", ["==", "$n", 1], [["emit", "yes"]], [["emit", "no"]]]], { n: 1 })).toEqual([
      "yes",
    ]);
    expect(emittedBy([["when", false, [["emit", "yes"]], [["emit", "no"]]]])).toEqual(["no"]);
    expect(emittedBy([["when", false, [["emit", "yes"]]]])).toEqual([]);
  });

  test("lets variables be set, and a list be gone through", () => {
    expect(
      emittedBy([
        ["let", "n", ["+", 1, 2]],
        ["each", "x", ["arr", 1, "$n"], [["emit", "$x"]]],
      ]),
    ).toEqual([1, 3]);
  });

  test.each<[Json, string]>([
    [[["fail", "broken"]], "broken"],
    [[["dance"]], 'There is no action "dance".'],
    [[["et", 5]], "This function has no timers."],
    [[["set", "s", 1]], "This function has no state."],
    [[["bput", "rules", "k", 1]], "This function may not write broadcast state."],
    [[["applyToKeyed", "s", []]], "This function cannot visit keyed state."],
  ])("refuses %j", (actions, message) => {
    expect(() => emittedBy(actions)).toThrow(message);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { assignToKeyGroup, computeOperatorIndexForKeyGroup } from "../../../src/engine/state/key-groups.ts";
import type { JsonObject } from "../../../src/engine/testing/json.ts";
import { play } from "./scripts.ts";

const counting: JsonObject = {
  op: "keyedProcess",
  key: "k",
  state: { n: { type: "value" } },
  onElement: [
    ["set", "n", ["+", ["coalesce", ["value", "n"], 0], 1]],
    ["et", 10],
    ["emit", ["arr", "$key", ["value", "n"]]],
  ],
  onTimer: [["emit", ["arr", "$key", "timer"]]],
};

const someKeys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 30 });
const someParallelisms = fc.integer({ min: 1, max: 20 }).chain((maxParallelism) =>
  fc.record({
    maxParallelism: fc.constant(maxParallelism),
    from: fc.integer({ min: 1, max: maxParallelism }),
    to: fc.integer({ min: 1, max: maxParallelism }),
  }),
);

describe("a change of parallelism", () => {
  test("keeps the state and the timers of every key exactly once, where its key group goes", () => {
    fc.assert(
      fc.property(someKeys, someParallelisms, (keys, { maxParallelism, from, to }) => {
        const elements = keys.map((k) => ({ el: { k }, ts: 0 }));
        const steps = play({ ...counting, parallelism: from, maxParallelism }, [
          ...elements,
          { snapshot: "s" },
          { restore: "s", parallelism: to },
          ...elements,
          { wm: 10 },
        ]);
        const restored = steps[keys.length + 1];
        expect(restored?.obs).toEqual({ et: keys.length, pt: 0, state: keys.length });
        const rows = steps.slice(keys.length + 2, -1).flatMap(({ out }) => out);
        expect(rows).toEqual(
          keys.map((key) => {
            const sub = computeOperatorIndexForKeyGroup(
              maxParallelism,
              to,
              assignToKeyGroup(key, maxParallelism),
            );
            return { v: [key, 2], ts: 0, ...(to > 1 ? { sub } : {}) };
          }),
        );
        const fired = steps.at(-1)?.out.flatMap((row) => (isRow(row) ? [row.v[0]] : [])) ?? [];
        expect(fired).toHaveLength(keys.length);
        expect(new Set(fired)).toEqual(new Set(keys));
      }),
    );
  });
});

function isRow(row: unknown): row is { readonly v: readonly unknown[] } {
  return typeof row === "object" && row !== null && "v" in row;
}

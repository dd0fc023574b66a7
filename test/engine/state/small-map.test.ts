import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { SmallMap } from "../../../src/engine/state/small-map.ts";

const someChanges = fc.array(
  fc.record({ key: fc.integer({ min: 0, max: 4 }), change: fc.constantFrom("set", "get", "delete") }),
  { minLength: 1, maxLength: 60 },
);

describe("SmallMap", () => {
  test("does what a map does", () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const small = new SmallMap<number, string>(0, "first");
        const model = new Map([[0, "first"]]);
        changes.forEach(({ key, change }, index) => {
          if (change === "set") {
            small.set(key, `${index}`);
            model.set(key, `${index}`);
          } else if (change === "delete") {
            small.delete(key);
            model.delete(key);
          }
          expect(small.get(key)).toBe(model.get(key));
          expect(small.isEmpty()).toBe(model.size === 0);
          expect([...small.values()].sort()).toEqual([...model.values()].sort());
        });
      }),
    );
  });
});

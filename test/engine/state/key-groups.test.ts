import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  assignToKeyGroup,
  computeDefaultMaxParallelism,
  computeKeyGroupRangeForOperatorIndex,
  computeOperatorIndexForKeyGroup,
} from "../../../src/engine/state/key-groups.ts";

const someParallelism = fc
  .integer({ min: 1, max: 200 })
  .chain((max) => fc.record({ max: fc.constant(max), parallelism: fc.integer({ min: 1, max }) }));

describe("assignToKeyGroup", () => {
  test("depends on the type of a key, not only on its value", () => {
    expect(assignToKeyGroup(-1, 128, "int")).not.toBe(assignToKeyGroup(-1, 128, "long"));
  });

  test("sends keys where real Flink sends them", () => {
    const subtasks = [..."abcdefgh"].map((key) =>
      computeOperatorIndexForKeyGroup(16, 3, assignToKeyGroup(key, 16)),
    );
    expect(subtasks).toEqual([0, 1, 2, 0, 0, 2, 1, 1]);
  });
});

describe("computeKeyGroupRangeForOperatorIndex", () => {
  test("gives every key group to the one subtask that owns it", () => {
    fc.assert(
      fc.property(someParallelism, ({ max, parallelism }) => {
        const owners = Array.from({ length: parallelism }, (_, index) => {
          const { start, end } = computeKeyGroupRangeForOperatorIndex(max, parallelism, index);
          return Array.from({ length: end - start + 1 }, (_, offset) => [start + offset, index]);
        });
        const expected = Array.from({ length: max }, (_, group) => [
          group,
          computeOperatorIndexForKeyGroup(max, parallelism, group),
        ]);
        expect(owners.flat()).toEqual(expected);
      }),
    );
  });
});

describe("computeDefaultMaxParallelism", () => {
  test.each([
    [1, 128],
    [85, 128],
    [86, 256],
    [30000, 32768],
  ])("of parallelism %i is %i", (parallelism, max) => {
    expect(computeDefaultMaxParallelism(parallelism)).toBe(max);
  });
});

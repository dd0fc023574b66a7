import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { repartitionOperatorState } from "../../../src/engine/state/operator-rescale.ts";
import type { OperatorStateSnapshot } from "../../../src/engine/state/operator-snapshot.ts";

function snapshotOf(mode: "split" | "union", elements: readonly unknown[]): OperatorStateSnapshot {
  return { lists: [{ name: "list", mode, elements }], broadcasts: [] };
}

function elementsOf(states: readonly OperatorStateSnapshot[]): readonly (readonly unknown[])[] {
  return states.map(({ lists }) => lists.flatMap(({ elements }) => elements));
}

const someSnapshots = fc.array(fc.array(fc.integer(), { maxLength: 6 }), { minLength: 1, maxLength: 5 });

describe("repartitionOperatorState", () => {
  test("deals the elements of a split list out in blocks, the odd ones to the first instances", () => {
    const before = [snapshotOf("split", [0, 2, 4, 6]), snapshotOf("split", [1, 3, 5, 7])];
    expect(elementsOf(repartitionOperatorState(before, 3))).toEqual([
      [0, 2, 4],
      [6, 1, 3],
      [5, 7],
    ]);
  });

  test("leaves split lists where they are if the parallelism stays", () => {
    const before = [snapshotOf("split", [0, 2, 4]), snapshotOf("split", [])];
    expect(elementsOf(repartitionOperatorState(before, 2))).toEqual([[0, 2, 4], []]);
  });

  test("gives every element of a split list to exactly one instance", () => {
    fc.assert(
      fc.property(someSnapshots, fc.integer({ min: 1, max: 6 }), (lists, parallelism) => {
        const after = repartitionOperatorState(
          lists.map((list) => snapshotOf("split", list)),
          parallelism,
        );
        expect(elementsOf(after).flat()).toEqual(lists.flat());
        expect(after).toHaveLength(parallelism);
      }),
    );
  });

  test("gives every element of a union list to every instance", () => {
    fc.assert(
      fc.property(someSnapshots, fc.integer({ min: 1, max: 6 }), (lists, parallelism) => {
        const after = repartitionOperatorState(
          lists.map((list) => snapshotOf("union", list)),
          parallelism,
        );
        expect(elementsOf(after)).toEqual(Array.from({ length: parallelism }, () => lists.flat()));
      }),
    );
  });

  test("begins the next split list where the odd elements of the last one ended", () => {
    const before: readonly OperatorStateSnapshot[] = [
      {
        lists: [
          { name: "a", mode: "split", elements: [1] },
          { name: "b", mode: "split", elements: [2] },
        ],
        broadcasts: [],
      },
    ];
    expect(elementsOf(repartitionOperatorState(before, 2))).toEqual([[1], [2]]);
  });

  test("hands copies of broadcast state round", () => {
    const broadcastOf = (value: number): OperatorStateSnapshot => ({
      lists: [],
      broadcasts: [{ name: "rules", keyType: undefined, entries: [["rule", value]] }],
    });
    const after = repartitionOperatorState([broadcastOf(1), broadcastOf(2)], 3);
    expect(after.map(({ broadcasts }) => broadcasts[0]?.entries[0]?.[1])).toEqual([1, 2, 1]);
  });
});

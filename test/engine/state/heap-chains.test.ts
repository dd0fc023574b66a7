import { describe, expect, test } from "vitest";

import { bitMix } from "../../../src/engine/java/math-utils.ts";
import { HeapChains } from "../../../src/engine/state/heap/heap-chains.ts";
import { inHeapOrder } from "../../../src/engine/state/heap/heap-order.ts";

/** Returns hashes that all end up at one position of a table of 128. */
function hashesAt(position: number, count: number): readonly number[] {
  const hashes: number[] = [];
  for (let hash = 0; hashes.length < count; hash++) {
    if ((bitMix(hash) & 127) === position) hashes.push(hash);
  }
  return hashes;
}

describe("HeapChains", () => {
  test("puts a new entry in front of those at its position", () => {
    const chains = new HeapChains<string>();
    const [first = 0, second = 0] = hashesAt(5, 2);
    chains.add("first", first);
    chains.add("second", second);
    expect(chains.chainAt(5)).toEqual(["second", "first"]);
  });

  test("gives entries by position", () => {
    const chains = new HeapChains<string>();
    for (const position of [9, 3, 127, 0]) {
      for (const hash of hashesAt(position, 1)) chains.add(`at ${position}`, hash);
    }
    expect(chains.entries()).toEqual(["at 0", "at 3", "at 9", "at 127"]);
  });

  test("loses an entry that is removed", () => {
    const chains = new HeapChains<string>();
    const [first = 0, second = 0] = hashesAt(5, 2);
    chains.add("first", first);
    chains.add("second", second);
    chains.remove("second", second);
    expect([chains.entries(), chains.size]).toEqual([["first"], 1]);
  });

  test("doubles its table once more than three quarters are full", () => {
    const chains = new HeapChains<number>();
    for (let hash = 0; hash < 97; hash++) chains.add(hash, hash);
    expect(chains.capacity).toBe(128);
    chains.add(97, 97);
    expect(chains.capacity).toBe(256);
    expect(chains.entries().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 98 }, (_, hash) => hash));
  });
});

describe("inHeapOrder", () => {
  test("goes key group by key group", () => {
    const arrivals = [
      { entry: "b", keyGroup: 7, hash: 1 },
      { entry: "a", keyGroup: 2, hash: 1 },
    ];
    expect(inHeapOrder(arrivals)).toEqual(["a", "b"]);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PriorityQueue } from "../../../../src/engine/operators/cep/priority-queue.ts";

type Entry = readonly [priority: number, name: number];

const byPriority = (left: Entry, right: Entry) => left[0] - right[0];
const entries = fc.array(fc.tuple(fc.nat(5), fc.nat()));

const aQueue = (all: readonly Entry[]) => {
  const queue = new PriorityQueue(byPriority);
  for (const entry of all) queue.add(entry);
  return queue;
};

const pollAll = (queue: PriorityQueue<Entry>) => {
  const polled: Entry[] = [];
  for (let entry = queue.poll(); entry !== undefined; entry = queue.poll()) polled.push(entry);
  return polled;
};

describe("PriorityQueue", () => {
  test("gives its elements by priority", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const priorities = pollAll(aQueue(all)).map(([priority]) => priority);
        expect(priorities).toEqual(all.map(([priority]) => priority).toSorted((a, b) => a - b));
      }),
    );
  });

  test("gives equal elements in the order of Java's heap, not in that of their coming", () => {
    const equal = ["a", "b", "c", "d", "e", "f", "g", "h"].map((_, index): Entry => [1, index]);
    expect(pollAll(aQueue(equal)).map(([, name]) => name)).toEqual([0, 7, 6, 5, 4, 3, 2, 1]);
  });

  test("goes on where a copy of its array stands", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const queue = aQueue(all);
        const copy = new PriorityQueue(byPriority, queue.toArray());
        expect(pollAll(copy)).toEqual(pollAll(queue));
      }),
    );
  });

  test("removes what fits and stays a heap", () => {
    fc.assert(
      fc.property(entries, fc.nat(5), (all, priority) => {
        const queue = aQueue(all);
        queue.removeIf((entry) => entry[0] === priority);
        const kept = all.filter((entry) => entry[0] !== priority);
        expect(queue.toArray()).toHaveLength(kept.length);
        expect(pollAll(queue).map(([rest]) => rest)).toEqual(
          kept.map(([rest]) => rest).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type HeapElement, HeapPriorityQueue } from "../../../src/engine/java/heap-priority-queue.ts";

interface Named extends HeapElement {
  readonly name: string;
}

function named(name: string, timestamp: number): Named {
  return { name, timestamp, heapIndex: 0 };
}

function drain<T extends HeapElement>(queue: HeapPriorityQueue<T>): readonly T[] {
  return Array.from({ length: queue.size }, () => queue.poll()).filter((element) => element !== undefined);
}

const someTimes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });

describe("HeapPriorityQueue", () => {
  test("gives elements by time", () => {
    fc.assert(
      fc.property(someTimes, (times) => {
        const queue = new HeapPriorityQueue<HeapElement>();
        for (const timestamp of times) queue.add({ timestamp, heapIndex: 0 });
        const drained = drain(queue).map(({ timestamp }) => timestamp);
        expect(drained).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  test("gives elements of the same time in the order of the heap, not of arrival", () => {
    const queue = new HeapPriorityQueue<Named>();
    for (const name of "abcdefgh") queue.add(named(name, 10));
    expect(drain(queue).map(({ name }) => name)).toEqual([..."ahgfedcb"]);
  });

  test("loses what is removed and nothing else", () => {
    fc.assert(
      fc.property(someTimes, fc.infiniteStream(fc.boolean()), (times, choices) => {
        const queue = new HeapPriorityQueue<HeapElement>();
        const elements = times.map((timestamp) => ({ timestamp, heapIndex: 0 }));
        for (const element of elements) queue.add(element);
        const removed = elements.filter(() => choices.next().value === true);
        for (const element of removed) queue.remove(element);
        const left = new Set(drain(queue));
        expect(left).toEqual(new Set(elements.filter((element) => !removed.includes(element))));
        expect(removed.every(({ heapIndex }) => heapIndex === 0)).toBe(true);
      }),
    );
  });

  test("has nothing to give when it is empty", () => {
    const queue = new HeapPriorityQueue<HeapElement>();
    expect([queue.peek(), queue.poll(), queue.size]).toEqual([undefined, undefined, 0]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { hashString } from "../../../../src/engine/java/hash-code.ts";
import { TimerQueue } from "../../../../src/engine/operators/timer/timer-queue.ts";

const rooms = { id: (room: string) => room, hash: hashString };

interface Change {
  readonly change: "add" | "remove";
  readonly key: string;
  readonly room: string;
  readonly time: number;
}

const someChanges: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    change: fc.constantFrom("add", "add", "remove"),
    key: fc.constantFrom("a", "b", "c"),
    room: fc.constantFrom("hall", "attic"),
    time: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 80 },
);

function perform(queue: TimerQueue<string, string>, { change, key, room, time }: Change): boolean {
  return change === "add" ? queue.add(key, room, time) : queue.remove(key, room, time);
}

function performOnModel(model: Set<string>, { change, key, room, time }: Change): boolean {
  const timer = `${key} ${room} ${time}`;
  if (change === "remove") return model.delete(timer);
  const isNew = !model.has(timer);
  model.add(timer);
  return isNew;
}

describe("TimerQueue", () => {
  test("holds each timer of a key, namespace and time once", () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const queue = new TimerQueue<string, string>(rooms);
        const model = new Set<string>();
        for (const change of changes) {
          expect(perform(queue, change)).toBe(performOnModel(model, change));
          expect(queue.size).toBe(model.size);
        }
        const left = Array.from({ length: queue.size }, () => queue.poll());
        expect(new Set(left.map((timer) => `${timer?.key} ${timer?.namespace} ${timer?.timestamp}`))).toEqual(
          model,
        );
        expect(left.every((timer) => timer && queue.add(timer.key, timer.namespace, timer.timestamp))).toBe(
          true,
        );
      }),
    );
  });

  test("gives first what is due first", () => {
    const queue = new TimerQueue<string, string>(rooms);
    for (const time of [3, 1, 2]) queue.add("a", "hall", time);
    expect([queue.poll(), queue.poll(), queue.peek()].map((timer) => timer?.timestamp)).toEqual([1, 2, 3]);
  });
});

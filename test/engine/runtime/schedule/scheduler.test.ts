import { describe, expect, test } from "vitest";

import { VirtualClock } from "../../../../src/engine/runtime/clock/virtual-clock.ts";
import type { Actor, StepResult } from "../../../../src/engine/runtime/schedule/actor.ts";
import { roundRobin } from "../../../../src/engine/runtime/schedule/interleaving.ts";
import { Scheduler, type StepObserver } from "../../../../src/engine/runtime/schedule/scheduler.ts";

const nobody: StepObserver = {
  nextObservedStep: () => Number.POSITIVE_INFINITY,
  beforeStep: () => "take",
  runAs: (_actor, turn) => turn(),
  onError: (_actor, error) => {
    throw error;
  },
};

function runToEnd(scheduler: Scheduler): void {
  while (scheduler.turn(Number.POSITIVE_INFINITY));
}

describe("the scheduler", () => {
  test("lets nobody work on two steps at a time, even if a step wakes who takes it", () => {
    const clock = new VirtualClock();
    const scheduler = new Scheduler(clock, roundRobin(4), nobody);
    const starts: number[] = [];
    const worker: Actor = {
      index: 0,
      name: "worker",
      step: (): StepResult => {
        if (starts.length === 5) return "wait";
        starts.push(clock.now());
        scheduler.wake(worker);
        scheduler.charge(10_000);
        return "again";
      },
    };
    scheduler.wake(worker);
    runToEnd(scheduler);
    expect(starts).toEqual([0, 10, 20, 30, 40]);
  });

  test("comes back to who was woken within the step after which it waits", () => {
    const scheduler = new Scheduler(new VirtualClock(), roundRobin(4), nobody);
    let steps = 0;
    const worker: Actor = {
      index: 0,
      name: "worker",
      step: () => {
        steps += 1;
        if (steps === 1) scheduler.wake(worker);
        return "wait";
      },
    };
    scheduler.wake(worker);
    runToEnd(scheduler);
    expect(steps).toBe(2);
  });

  test("lets those who can work take turns as long as a full buffer lasts", () => {
    const scheduler = new Scheduler(new VirtualClock(), roundRobin(2), nobody);
    const turns: string[] = [];
    const workers = ["a", "b"].map((name, index): Actor => {
      let left = 3;
      return {
        index,
        name,
        step: () => {
          turns.push(name);
          left -= 1;
          return left === 0 ? "wait" : "again";
        },
      };
    });
    for (const worker of workers) scheduler.wake(worker);
    runToEnd(scheduler);
    expect(turns.join("")).toBe("aabbab");
    expect(scheduler.steps).toBe(6);
  });
});

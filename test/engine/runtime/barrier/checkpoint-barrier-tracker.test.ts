import { describe, expect, test } from "vitest";

import { CheckpointBarrierTracker } from "../../../../src/engine/runtime/barrier/checkpoint-barrier-tracker.ts";
import { aBarrier, RecordingTask } from "./builders.ts";

const aTracker = (channels: number) => {
  const task = new RecordingTask();
  return { tracker: new CheckpointBarrierTracker(channels, task), task };
};

describe("CheckpointBarrierTracker", () => {
  test("takes part at the last barrier and blocks nobody", () => {
    const { tracker, task } = aTracker(2);
    tracker.processBarrier(aBarrier(1), 0);
    expect(task.told).toEqual([]);
    tracker.processBarrier(aBarrier(1), 1);
    expect(task.told).toEqual(["1"]);
    expect(task.blocked.size).toBe(0);
  });

  test("counts several checkpoints at a time; a complete one ends the older ones", () => {
    const { tracker, task } = aTracker(2);
    tracker.processBarrier(aBarrier(1), 0);
    tracker.processBarrier(aBarrier(2), 0);
    tracker.processBarrier(aBarrier(2), 1);
    tracker.processBarrier(aBarrier(1), 1);
    expect(task.told).toEqual(["2"]);
  });

  test("needs no counting with one channel", () => {
    const { tracker, task } = aTracker(1);
    tracker.processBarrier(aBarrier(1), 0);
    tracker.processCancellationBarrier(2, 0);
    expect(task.told).toEqual(["1", "-2"]);
  });

  test("gives up all checkpoints up to one that is cancelled, each once", () => {
    const { tracker, task } = aTracker(3);
    tracker.processBarrier(aBarrier(1), 0);
    tracker.processBarrier(aBarrier(2), 0);
    tracker.processCancellationBarrier(2, 1);
    tracker.processCancellationBarrier(2, 2);
    expect(task.told).toEqual(["-1", "-2"]);
  });

  test("swallows the barriers of a checkpoint that was cancelled before them", () => {
    const { tracker, task } = aTracker(2);
    tracker.processCancellationBarrier(1, 0);
    tracker.processBarrier(aBarrier(1), 1);
    tracker.processBarrier(aBarrier(2), 0);
    tracker.processBarrier(aBarrier(2), 1);
    expect(task.told).toEqual(["-1", "2"]);
  });

  test("completes the newest checkpoint that waited for a channel that ends", () => {
    const { tracker, task } = aTracker(2);
    tracker.processBarrier(aBarrier(1), 0);
    tracker.processBarrier(aBarrier(2), 0);
    tracker.processEndOfPartition(1);
    expect(task.told).toEqual(["2"]);
    tracker.processBarrier(aBarrier(3), 0);
    expect(task.told).toEqual(["2", "3"]);
  });

  test("forgets the oldest of more than fifty", () => {
    const { tracker, task } = aTracker(2);
    for (let id = 1; id <= 51; id++) tracker.processBarrier(aBarrier(id), 0);
    tracker.processBarrier(aBarrier(1), 1);
    expect(task.told).toEqual([]);
    tracker.processBarrier(aBarrier(2), 1);
    expect(task.told).toEqual(["2"]);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { SingleCheckpointBarrierHandler } from "../../../../src/engine/runtime/barrier/single-checkpoint-barrier-handler.ts";
import { TestProcessingTimeService } from "../../../../src/engine/time/processing-time-service.ts";
import { aBarrier, RecordingTask } from "./builders.ts";

const aHandler = (channels: number) => {
  const task = new RecordingTask();
  const clock = new TestProcessingTimeService();
  const surroundings = { task, input: task, processingTimeService: clock };
  return { handler: new SingleCheckpointBarrierHandler(channels, surroundings), task, clock };
};

describe("SingleCheckpointBarrierHandler", () => {
  test("blocks a channel from its barrier until all barriers are there", () => {
    const { handler, task } = aHandler(3);
    handler.processBarrier(aBarrier(1), 2);
    handler.processBarrier(aBarrier(1), 0);
    expect([...task.blocked]).toEqual([2, 0]);
    handler.processBarrier(aBarrier(1), 1);
    expect(task.told).toEqual(["1"]);
    expect(task.blocked.size).toBe(0);
  });

  test("goes on with the first unaligned barrier and blocks nobody", () => {
    const { handler, task } = aHandler(2);
    handler.processBarrier(aBarrier(1, { alignment: "unaligned" }), 0);
    expect(task.told).toEqual(["1 unaligned"]);
    handler.processBarrier(aBarrier(1, { alignment: "unaligned" }), 1);
    expect(task.told).toEqual(["1 unaligned"]);
    expect(task.blocked.size).toBe(0);
  });

  test("gives up a checkpoint for a newer one", () => {
    const { handler, task } = aHandler(2);
    handler.processBarrier(aBarrier(1), 0);
    handler.processBarrier(aBarrier(2), 1);
    expect(task.told).toEqual(["-1"]);
    expect([...task.blocked]).toEqual([1]);
  });

  test("does not stop for a barrier of a checkpoint that was given up, and lets its sender go on", () => {
    const { handler, task } = aHandler(2);
    handler.processCancellationBarrier(1);
    task.blockConsumption(0);
    handler.processBarrier(aBarrier(1), 0);
    expect(task.told).toEqual(["-1"]);
    expect(task.blocked.size).toBe(0);
  });

  test("tells of one cancellation once", () => {
    const { handler, task } = aHandler(2);
    handler.processBarrier(aBarrier(1), 0);
    handler.processCancellationBarrier(1);
    handler.processCancellationBarrier(1);
    expect(task.told).toEqual(["-1"]);
    expect(task.blocked.size).toBe(0);
  });

  test("waits for no channel that has ended", () => {
    const { handler, task } = aHandler(3);
    handler.processEndOfPartition(0);
    handler.processBarrier(aBarrier(1), 1);
    expect(task.told).toEqual([]);
    handler.processEndOfPartition(2);
    expect(task.told).toEqual(["1"]);
  });

  test("goes on unaligned once the checkpoint is as old as the timeout, and keeps what is blocked blocked", () => {
    const { handler, task, clock } = aHandler(2);
    clock.setCurrentTime(300);
    handler.processBarrier(aBarrier(1, { timestamp: 200, alignedCheckpointTimeout: 1000 }), 0);
    clock.setCurrentTime(1199);
    expect(task.told).toEqual([]);
    clock.setCurrentTime(1200);
    expect(task.told).toEqual(["1 unaligned"]);
    expect([...task.blocked]).toEqual([0]);
    handler.processBarrier(aBarrier(1, { alignment: "unaligned" }), 1);
    expect(task.told).toEqual(["1 unaligned"]);
    expect(task.blocked.size).toBe(0);
  });

  test("forgets the timeout of a checkpoint that is complete", () => {
    const { handler, task, clock } = aHandler(2);
    const barrier = aBarrier(1, { alignedCheckpointTimeout: 1000 });
    handler.processBarrier(barrier, 0);
    handler.processBarrier(barrier, 1);
    clock.setCurrentTime(5000);
    expect(task.told).toEqual(["1"]);
  });

  test("takes part in every checkpoint once at most, in their order, and blocks only while one is pending", () => {
    const step = fc.record({ channel: fc.nat(2), what: fc.constantFrom("barrier", "skip", "cancel") });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { handler, task } = aHandler(3);
        const last = [0, 0, 0];
        for (const { channel, what } of steps) {
          if (task.blocked.has(channel)) continue;
          const id = (last[channel] ?? 0) + (what === "skip" ? 2 : 1);
          last[channel] = id;
          if (what === "cancel") handler.processCancellationBarrier(id);
          else handler.processBarrier(aBarrier(id), channel);
        }
        const ids = task.told.map((text) => Math.abs(Number(text)));
        expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
        expect(task.blocked.size).toBeLessThan(3);
      }),
    );
  });
});

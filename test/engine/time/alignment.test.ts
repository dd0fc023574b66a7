import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LONG_MAX } from "../../../src/engine/java/long.ts";
import { AlignmentCoordinator } from "../../../src/engine/time/alignment-coordinator.ts";
import { AlignmentReader, WatermarkSampler } from "../../../src/engine/time/alignment-reader.ts";

describe("AlignmentCoordinator", () => {
  test("tells a reader that has not reported nothing", () => {
    const coordinator = new AlignmentCoordinator([{ name: "s", group: "g", maxDrift: 5 }]);
    expect(coordinator.announceCombinedWatermark().get("s")?.size).toBe(0);
  });

  test("lets every reader of a group go as far ahead of the slowest as its source may drift", () => {
    const coordinator = new AlignmentCoordinator([
      { name: "fast", group: "g", maxDrift: 100 },
      { name: "slow", group: "g", maxDrift: 10 },
      { name: "other", group: "h", maxDrift: 1 },
    ]);
    coordinator.handleReportedWatermark("fast", 0, 500);
    coordinator.handleReportedWatermark("slow", 3, 40);
    coordinator.handleReportedWatermark("other", 0, 7);
    const announced = coordinator.announceCombinedWatermark();
    expect(announced.get("fast")?.get(0)).toBe(140);
    expect(announced.get("slow")?.get(3)).toBe(50);
    expect(announced.get("other")?.get(0)).toBe(8);
  });

  test("is held back by nobody who is idle", () => {
    const coordinator = new AlignmentCoordinator([{ name: "s", group: "g", maxDrift: 5 }]);
    coordinator.handleReportedWatermark("s", 0, LONG_MAX);
    expect(coordinator.announceCombinedWatermark().get("s")?.get(0)).toBe(LONG_MAX);
  });
});

describe("WatermarkSampler", () => {
  test("gives the sample of as many samples ago as it holds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer(), { minLength: 1 }),
        (capacity, watermarks) => {
          const sampler = new WatermarkSampler(capacity);
          for (const watermark of watermarks) {
            sampler.addLatest(watermark);
            sampler.sample();
          }
          expect(sampler.getOldestSample()).toBe(watermarks.at(-capacity) ?? -Infinity);
        },
      ),
    );
  });

  test("without a capacity gives the newest watermark, sampled or not", () => {
    const sampler = new WatermarkSampler(0);
    sampler.addLatest(7);
    expect(sampler.getOldestSample()).toBe(7);
    sampler.sample();
    sampler.addLatest(9);
    expect(sampler.getOldestSample()).toBe(9);
  });
});

describe("AlignmentReader", () => {
  test("does not wait at the watermark that is allowed, only above it", () => {
    const reader = new AlignmentReader(0);
    reader.updateMaxDesiredWatermark(10);
    reader.updateCurrentEffectiveWatermark(10);
    expect(reader.isWaiting).toBe(false);
    reader.updateCurrentEffectiveWatermark(11);
    expect(reader.isWaiting).toBe(true);
    reader.updateMaxDesiredWatermark(11);
    expect(reader.isWaiting).toBe(false);
  });

  test("never waits before its ring is full", () => {
    const reader = new AlignmentReader(3);
    reader.updateMaxDesiredWatermark(0);
    reader.updateCurrentEffectiveWatermark(100);
    const waiting = [1, 2, 3].map(() => {
      reader.sampleLatestWatermark();
      return reader.isWaiting;
    });
    expect(waiting).toEqual([false, false, true]);
  });

  test("reports nothing before the first watermark", () => {
    const reader = new AlignmentReader(3);
    expect(reader.sampleLatestWatermark()).toBeNull();
    reader.updateCurrentEffectiveWatermark(4);
    expect(reader.sampleLatestWatermark()).toBe(4);
  });
});

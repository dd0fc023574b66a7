import { describe, expect, test } from "vitest";

import { getBackPressureLevel, TaskIOMetrics } from "../../../src/engine/cluster/task-io-metrics.ts";

describe("TaskIOMetrics", () => {
  test("calls busy what is neither idle nor back-pressured", () => {
    const metrics = new TaskIOMetrics("measured", 0);
    metrics.idleTimeMsPerSecond.markStart(0);
    metrics.idleTimeMsPerSecond.markEnd(1000);
    metrics.softBackPressuredTimeMsPerSecond.markStart(1000);
    metrics.softBackPressuredTimeMsPerSecond.markEnd(2000);
    metrics.hardBackPressuredTimeMsPerSecond.markStart(2000);
    metrics.update(5000);
    expect(metrics.busyTimeMsPerSecond).toBe(0);
    expect(metrics.backPressuredTimeMsPerSecond).toBe(800);
    metrics.hardBackPressuredTimeMsPerSecond.markEnd(5000);
    metrics.update(10_000);
    expect(metrics.busyTimeMsPerSecond).toBe(500);
    expect(metrics.accumulatedBusyTime(10_000)).toBe(5000);
  });

  test("does not know how busy a legacy source is", () => {
    const metrics = new TaskIOMetrics("unknown", 0);
    expect(metrics.busyTimeMsPerSecond).toBeNaN();
    expect(metrics.accumulatedBusyTime(5000)).toBeNaN();
  });
});

test.each([
  [0.1, "ok"],
  [0.11, "low"],
  [0.5, "low"],
  [0.51, "high"],
])("getBackPressureLevel calls %d %s", (ratio, level) => {
  expect(getBackPressureLevel(ratio)).toBe(level);
});

import { describe, expect, test } from "vitest";

import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";

describe("TraceRecorder", () => {
  test("keeps events in order, each with its step, time and place", () => {
    const clock = { now: 5 };
    const recorder = new TraceRecorder();
    const window = recorder.tracerFor("window", 1, () => clock.now);
    recorder.tracerFor("map", 0, () => 0).record({ type: "idle" });
    recorder.nextStep();
    clock.now = 7;
    window.record({ type: "watermark-out", timestamp: 9 });
    expect(recorder.events).toEqual([
      { step: 0, time: 0, subtask: 0, operator: "map", type: "idle" },
      { step: 1, time: 7, subtask: 1, operator: "window", type: "watermark-out", timestamp: 9 },
    ]);
  });
});

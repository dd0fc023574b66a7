import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LONG_MAX } from "../../../src/engine/java/long.ts";
import { TimestampsAndWatermarksOperator } from "../../../src/engine/operators/timestamps-and-watermarks-operator.ts";
import { OneInputStreamOperatorTestHarness } from "../../../src/engine/testing/harness.ts";
import { NO_TIMESTAMP } from "../../../src/engine/time/timestamp.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import { textsOf } from "./output-texts.ts";

function aHarness(strategy: WatermarkStrategy<number>) {
  return new OneInputStreamOperatorTestHarness<number>(
    (parameters) =>
      new TimestampsAndWatermarksOperator(
        parameters,
        strategy.withTimestampAssigner((at) => at),
      ),
  );
}

describe("TimestampsAndWatermarksOperator", () => {
  test("asks for a watermark every 200 ms", () => {
    const harness = aHarness(WatermarkStrategy.forMonotonousTimestamps());
    harness.processElement(50, NO_TIMESTAMP);
    harness.setProcessingTime(199);
    harness.setProcessingTime(200);
    harness.processElement(60, NO_TIMESTAMP);
    harness.setProcessingTime(399);
    harness.setProcessingTime(400);
    expect(textsOf(harness.drainOutput())).toEqual(["50@50", "wm49", "60@60", "wm59"]);
  });

  test("asks once more when its input ends", () => {
    const harness = aHarness(WatermarkStrategy.forMonotonousTimestamps());
    harness.processElement(50, NO_TIMESTAMP);
    harness.close();
    expect(textsOf(harness.drainOutput())).toEqual(["50@50", "wm49"]);
  });

  test("swallows the watermarks and statuses of before, but not the last watermark of all", () => {
    const harness = aHarness(WatermarkStrategy.noWatermarks());
    harness.processWatermark(1000);
    harness.processWatermarkStatus("idle");
    harness.processWatermark(LONG_MAX);
    expect(textsOf(harness.drainOutput())).toEqual(["wmInfinity"]);
  });

  test("never lets a watermark fall or come twice", () => {
    const aStep = fc.oneof(
      fc.record({ element: fc.integer({ min: -100, max: 100 }) }),
      fc.record({ wait: fc.integer({ min: 0, max: 500 }) }),
    );
    fc.assert(
      fc.property(
        fc.array(aStep, { maxLength: 60 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 600 }),
        (steps, bound, idle) => {
          const harness = aHarness(
            WatermarkStrategy.forBoundedOutOfOrderness<number>(bound).withIdleness(idle),
          );
          let time = 0;
          for (const step of steps) {
            if ("element" in step) harness.processElement(step.element, NO_TIMESTAMP);
            else harness.setProcessingTime((time += step.wait));
          }
          const watermarks = harness
            .drainOutput()
            .flatMap((event) => (event.type === "watermark" ? [event.timestamp] : []));
          expect(watermarks).toEqual([...new Set(watermarks)].sort((a, b) => a - b));
        },
      ),
    );
  });

  test("tells apart by turns that it is idle and active", () => {
    const harness = aHarness(WatermarkStrategy.forMonotonousTimestamps<number>().withIdleness(300));
    harness.processElement(50, NO_TIMESTAMP);
    for (let time = 200; time <= 1400; time += 200) harness.setProcessingTime(time);
    harness.processElement(60, NO_TIMESTAMP);
    harness.setProcessingTime(1600);
    expect(textsOf(harness.drainOutput())).toEqual(["50@50", "wm49", "idle", "60@60", "active", "wm59"]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LONG_MIN } from "../../../src/engine/java/long.ts";
import type { WatermarkGenerator, WatermarkOutput } from "../../../src/engine/time/watermark-generator.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";

function recorder(): WatermarkOutput & { readonly said: (number | string)[] } {
  const said: (number | string)[] = [];
  return {
    said,
    emitWatermark: (timestamp) => said.push(timestamp),
    markIdle: () => said.push("idle"),
    markActive: () => said.push("active"),
  };
}

function watermarkAfter(generator: WatermarkGenerator<string>, timestamps: readonly number[]): unknown {
  const output = recorder();
  for (const timestamp of timestamps) generator.onEvent("element", timestamp, output);
  generator.onPeriodicEmit(output);
  return output.said.at(-1);
}

const now = () => 0;

describe("WatermarkStrategy.forBoundedOutOfOrderness", () => {
  test("stays the bound and one ms behind the largest timestamp", () => {
    const strategy = WatermarkStrategy.forBoundedOutOfOrderness<string>(5);
    expect(watermarkAfter(strategy.createWatermarkGenerator(now), [100, 90])).toBe(94);
    expect(watermarkAfter(strategy.createWatermarkGenerator(now), [])).toBe(LONG_MIN);
  });

  test("never says that an element within the bound is late", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
        fc.nat(20),
        (timestamps, bound) => {
          const generator =
            WatermarkStrategy.forBoundedOutOfOrderness<string>(bound).createWatermarkGenerator(now);
          const watermark = Number(watermarkAfter(generator, timestamps));
          expect(watermark).toBeLessThan(Math.max(...timestamps) - bound);
        },
      ),
    );
  });

  test("refuses a negative bound", () => {
    expect(() => WatermarkStrategy.forBoundedOutOfOrderness(-1)).toThrow(
      "maxOutOfOrderness cannot be negative",
    );
  });
});

describe("WatermarkStrategy.forMonotonousTimestamps", () => {
  test("stays one ms behind the largest timestamp", () => {
    const generator = WatermarkStrategy.forMonotonousTimestamps<string>().createWatermarkGenerator(now);
    expect(watermarkAfter(generator, [100, 99])).toBe(99);
  });
});

describe("WatermarkStrategy.noWatermarks", () => {
  test("says nothing", () => {
    expect(watermarkAfter(WatermarkStrategy.noWatermarks<string>().createWatermarkGenerator(now), [1])).toBe(
      undefined,
    );
  });
});

describe("WatermarkStrategy.withIdleness", () => {
  const aStrategy = () => WatermarkStrategy.forMonotonousTimestamps<string>().withIdleness(30);

  test("counts from the first quiet tick, and marks idle once more than the timeout has passed", () => {
    const clock = { now: 5 };
    const generator = aStrategy().createWatermarkGenerator(() => clock.now);
    const output = recorder();
    generator.onEvent("element", 100, output);
    for (const tick of [10, 20, 50, 51, 60]) {
      clock.now = tick;
      generator.onPeriodicEmit(output);
    }
    expect(output.said).toEqual([99, 99, 99, "idle"]);
  });

  test("asks the generator again after an element", () => {
    const clock = { now: 0 };
    const generator = aStrategy().createWatermarkGenerator(() => clock.now);
    const output = recorder();
    for (const tick of [1, 40]) {
      clock.now = tick;
      generator.onPeriodicEmit(output);
    }
    generator.onEvent("element", 100, output);
    generator.onPeriodicEmit(output);
    expect(output.said).toEqual([LONG_MIN, "idle", 99]);
  });

  test("refuses a timeout that is not above zero", () => {
    expect(() => WatermarkStrategy.noWatermarks().withIdleness(0)).toThrow(
      "idleTimeout must be greater than zero",
    );
  });
});

describe("WatermarkStrategy.withTimestampAssigner", () => {
  test("keeps the generator and takes timestamps out of the elements", () => {
    const strategy = WatermarkStrategy.forMonotonousTimestamps<{ at: number }>().withTimestampAssigner(
      ({ at }) => at,
    );
    expect(strategy.timestampAssigner({ at: 7 }, 1)).toBe(7);
    expect(WatermarkStrategy.noWatermarks<string>().timestampAssigner("element", 1)).toBe(1);
  });
});

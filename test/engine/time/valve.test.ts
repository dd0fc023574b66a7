import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { StatusWatermarkValve } from "../../../src/engine/time/valve.ts";
import type { WatermarkStatus } from "../../../src/engine/time/watermark-status.ts";

const aValve = (channels: number) => {
  const out: (number | WatermarkStatus)[] = [];
  const valve = new StatusWatermarkValve(channels, {
    emitWatermark: (timestamp) => out.push(timestamp),
    emitWatermarkStatus: (status) => out.push(status),
  });
  return { valve, out };
};

const input = fc.record({
  channel: fc.nat(3),
  what: fc.oneof(fc.nat(20), fc.constantFrom<WatermarkStatus>("idle", "active")),
});

describe("StatusWatermarkValve", () => {
  test("lets the smallest watermark of all channels through", () => {
    const { valve, out } = aValve(2);
    valve.inputWatermark(10, 0);
    valve.inputWatermark(5, 1);
    valve.inputWatermark(7, 1);
    valve.inputWatermark(20, 1);
    expect(out).toEqual([5, 7, 10]);
  });

  test("does not wait for an idle channel", () => {
    const { valve, out } = aValve(2);
    valve.inputWatermark(10, 0);
    valve.inputWatermarkStatus("idle", 1);
    expect(out).toEqual([10]);
  });

  test("does not wait for a channel that is active again before it has caught up", () => {
    const { valve, out } = aValve(2);
    valve.inputWatermarkStatus("idle", 1);
    valve.inputWatermark(10, 0);
    valve.inputWatermarkStatus("active", 1);
    valve.inputWatermark(12, 0);
    valve.inputWatermark(11, 1);
    valve.inputWatermark(14, 0);
    valve.inputWatermark(14, 1);
    valve.inputWatermark(20, 0);
    valve.inputWatermark(15, 1);
    expect(out).toEqual([10, 12, 14, 15]);
  });

  test("flushes the largest watermark when the last active channel, which held the minimum, turns idle", () => {
    const { valve, out } = aValve(2);
    valve.inputWatermark(30, 0);
    valve.inputWatermark(5, 1);
    valve.inputWatermarkStatus("idle", 0);
    valve.inputWatermarkStatus("idle", 1);
    valve.inputWatermark(50, 1);
    valve.inputWatermarkStatus("active", 0);
    expect(out).toEqual([5, 30, "idle", "active"]);
  });

  test("lets no watermark regress, none through while it is idle, and no status through twice", () => {
    fc.assert(
      fc.property(fc.array(input), (inputs) => {
        const { valve, out } = aValve(4);
        for (const { channel, what } of inputs) {
          if (typeof what === "number") valve.inputWatermark(what, channel);
          else valve.inputWatermarkStatus(what, channel);
        }
        const watermarks = out.filter((row) => typeof row === "number");
        expect(watermarks).toEqual([...new Set(watermarks)].toSorted((a, b) => a - b));
        const statuses = out.filter((row) => typeof row === "string");
        expect(statuses).toEqual(statuses.map((_, index) => (index % 2 === 0 ? "idle" : "active")));
        const whileIdle = out.filter((row, index) => typeof row === "number" && out[index - 1] === "idle");
        expect(whileIdle).toEqual([]);
      }),
    );
  });

  test("is at the smallest watermark of all as long as all are active", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ channel: fc.nat(3), watermark: fc.nat(50) })), (inputs) => {
        const { valve, out } = aValve(4);
        const highest = [-Infinity, -Infinity, -Infinity, -Infinity];
        for (const { channel, watermark } of inputs) {
          valve.inputWatermark(watermark, channel);
          highest[channel] = Math.max(highest[channel] ?? 0, watermark);
        }
        expect(out.at(-1) ?? -Infinity).toBe(Math.min(...highest));
      }),
    );
  });
});

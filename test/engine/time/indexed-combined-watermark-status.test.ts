import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { LONG_MIN } from "../../../src/engine/java/long.ts";
import { IndexedCombinedWatermarkStatus } from "../../../src/engine/time/indexed-combined-watermark-status.ts";
import type { WatermarkStatus } from "../../../src/engine/time/watermark-status.ts";

const update = fc.record({
  input: fc.nat(2),
  what: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom<WatermarkStatus>("idle", "active")),
});

const apply = (
  combined: IndexedCombinedWatermarkStatus,
  { input, what }: { readonly input: number; readonly what: number | WatermarkStatus },
): boolean =>
  typeof what === "number" ? combined.updateWatermark(input, what) : combined.updateStatus(input, what);

describe("IndexedCombinedWatermarkStatus", () => {
  test("begins at the smallest time and active", () => {
    const combined = new IndexedCombinedWatermarkStatus(2);
    expect([combined.combinedWatermark, combined.isIdle]).toEqual([LONG_MIN, false]);
  });

  test("waits for the slowest input", () => {
    const combined = new IndexedCombinedWatermarkStatus(2);
    expect([combined.updateWatermark(0, 10), combined.updateWatermark(1, 4)]).toEqual([false, true]);
    expect(combined.combinedWatermark).toBe(4);
  });

  test("does not wait for an idle input", () => {
    const combined = new IndexedCombinedWatermarkStatus(2);
    combined.updateWatermark(0, 10);
    expect(combined.updateStatus(1, "idle")).toBe(true);
    expect(combined.combinedWatermark).toBe(10);
  });

  test("takes the largest watermark of all when every input is idle", () => {
    const combined = new IndexedCombinedWatermarkStatus(2);
    combined.updateWatermark(0, 5);
    combined.updateWatermark(1, 4);
    combined.updateStatus(0, "idle");
    combined.updateStatus(1, "idle");
    expect([combined.combinedWatermark, combined.isIdle]).toEqual([5, true]);
  });

  test("takes an input for active again when it sends a watermark", () => {
    const combined = new IndexedCombinedWatermarkStatus(2);
    combined.updateStatus(1, "idle");
    combined.updateWatermark(1, 3);
    combined.updateWatermark(0, 9);
    expect(combined.combinedWatermark).toBe(3);
  });

  test("refuses an input that it does not have", () => {
    expect(() => new IndexedCombinedWatermarkStatus(2).updateWatermark(2, 1)).toThrow(RangeError);
  });

  test("never goes back, and says when it moves", () => {
    fc.assert(
      fc.property(fc.array(update), (updates) => {
        const combined = new IndexedCombinedWatermarkStatus(3);
        for (const each of updates) {
          const before = combined.combinedWatermark;
          const moved = apply(combined, each);
          expect(combined.combinedWatermark).toBeGreaterThanOrEqual(before);
          expect(moved).toBe(combined.combinedWatermark > before);
        }
      }),
    );
  });

  test("is idle exactly when every input is", () => {
    fc.assert(
      fc.property(fc.array(update, { minLength: 1 }), (updates) => {
        const combined = new IndexedCombinedWatermarkStatus(3);
        const idle = [false, false, false];
        for (const each of updates) {
          apply(combined, each);
          idle[each.input] = each.what === "idle";
        }
        expect(combined.isIdle).toBe(idle.every(Boolean));
      }),
    );
  });
});

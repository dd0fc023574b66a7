import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  BufferDebloater,
  DEFAULT_BUFFER_DEBLOAT_OPTIONS,
} from "../../../src/engine/cluster/buffer-debloater.ts";

const period = fc.record({
  throughput: fc.integer({ min: 0, max: 1_000_000_000 }),
  buffers: fc.integer({ min: 0, max: 1000 }),
});

describe("BufferDebloater", () => {
  test("announces only sizes within its bounds, and never one twice in a row", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 40 }), (periods) => {
        const debloater = new BufferDebloater(DEFAULT_BUFFER_DEBLOAT_OPTIONS);
        for (const { throughput, buffers } of periods) {
          const last = debloater.lastBufferSize;
          const announced = debloater.recalculateBufferSize(throughput, buffers);
          expect(announced).not.toBe(last);
          expect(debloater.lastBufferSize).toBe(announced ?? last);
          expect(debloater.lastBufferSize).toBeGreaterThanOrEqual(256);
          expect(debloater.lastBufferSize).toBeLessThanOrEqual(32_768);
        }
      }),
    );
  });

  test("settles on the size that holds the target time of data", () => {
    const debloater = new BufferDebloater(DEFAULT_BUFFER_DEBLOAT_OPTIONS);
    for (let count = 0; count < 200; count++) debloater.recalculateBufferSize(80_000, 10);
    expect(debloater.lastEstimatedTimeToConsumeBuffers).toBeCloseTo(1000, -1);
  });

  test("announces a bound when it is reached, and then no more", () => {
    const options = { ...DEFAULT_BUFFER_DEBLOAT_OPTIONS, samples: 1, startingBufferSize: 512 };
    const debloater = new BufferDebloater(options);
    expect([0, 0, 0].map((throughput) => debloater.recalculateBufferSize(throughput, 4))).toEqual([
      256,
      null,
      null,
    ]);
  });

  test("grows by no more than the average lets it, however much is wanted", () => {
    const debloater = new BufferDebloater({ ...DEFAULT_BUFFER_DEBLOAT_OPTIONS, samples: 3 });
    expect(debloater.recalculateBufferSize(1_000_000_000, 1)).toBe(1536);
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { pointwiseInputs } from "../../../src/engine/graph/pointwise-edges.ts";

const parallelism = fc.integer({ min: 1, max: 60 });

describe("pointwiseInputs", () => {
  test("gives the instances of a smaller operator blocks of those before it", () => {
    expect(pointwiseInputs(5, 2)).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 4 },
    ]);
  });

  test("gives the instances of a larger operator one of those before it", () => {
    expect(pointwiseInputs(2, 5).map(({ start }) => start)).toEqual([0, 0, 0, 1, 1]);
  });

  test("leaves no instance out, and takes them in order", () => {
    fc.assert(
      fc.property(parallelism, parallelism, (upstream, downstream) => {
        const inputs = pointwiseInputs(upstream, downstream);
        expect(inputs).toHaveLength(downstream);
        const read = inputs.flatMap(({ start, end }) =>
          Array.from({ length: end - start + 1 }, (_, i) => start + i),
        );
        expect(read).toEqual(read.toSorted((a, b) => a - b));
        expect(new Set(read).size).toBe(upstream);
      }),
    );
  });

  test("divides the work so that no instance has two more than another", () => {
    fc.assert(
      fc.property(parallelism, parallelism, (upstream, downstream) => {
        const inputs = pointwiseInputs(upstream, downstream);
        const loads =
          upstream >= downstream
            ? inputs.map(({ start, end }) => end - start + 1)
            : Array.from({ length: upstream }, (_, i) => inputs.filter(({ start }) => start === i).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createChannelSelector } from "../../../src/engine/graph/channel-selector.ts";
import type { Partitioning } from "../../../src/engine/graph/partitioning.ts";
import {
  assignToKeyGroup,
  computeKeyGroupRangeForOperatorIndex,
} from "../../../src/engine/state/key-groups.ts";

const selectAll = (partitioning: Partitioning<string>, values: readonly string[], random = () => 0) => {
  const selector = createChannelSelector(partitioning, { numberOfChannels: 3, maxParallelism: 128, random });
  return values.map((value) => selector.selectChannel(value));
};

describe("createChannelSelector", () => {
  test("rebalance goes round from a random channel", () => {
    expect(selectAll({ name: "REBALANCE" }, ["a", "b", "c", "d"], () => 0.5)).toEqual([1, 2, 0, 1]);
  });

  test("rescale goes round from the first of its channels", () => {
    expect(selectAll({ name: "RESCALE" }, ["a", "b", "c", "d"], () => 0.5)).toEqual([0, 1, 2, 0]);
  });

  test("shuffle takes any channel", () => {
    const chances = [0, 0.4, 0.99];
    expect(selectAll({ name: "SHUFFLE" }, ["a", "b", "c"], () => chances.shift() ?? 0)).toEqual([0, 1, 2]);
  });

  test.each(["GLOBAL", "FORWARD"] as const)("%s takes the first channel", (name) => {
    expect(selectAll({ name }, ["a", "b"])).toEqual([0, 0]);
  });

  test("broadcast does not choose", () => {
    expect(() => selectAll({ name: "BROADCAST" }, ["a"])).toThrow(
      "Broadcast partitioner does not support select channels.",
    );
  });

  test("keyBy sends a key to the instance that owns its key group", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const [channel = -1] = selectAll({ name: "HASH", keySelector: (value) => value }, [key]);
        const { start, end } = computeKeyGroupRangeForOperatorIndex(128, 3, channel);
        expect(assignToKeyGroup(key, 128)).toBeGreaterThanOrEqual(start);
        expect(assignToKeyGroup(key, 128)).toBeLessThanOrEqual(end);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";

import {
  createGateBuffersSpec,
  DEFAULT_NETWORK_BUFFERS,
  resultPartitionBuffers,
} from "../../../src/engine/cluster/network-buffers.ts";

describe("createGateBuffersSpec", () => {
  test("asks for two buffers a channel and eight more", () => {
    expect(createGateBuffersSpec(100, DEFAULT_NETWORK_BUFFERS)).toEqual({
      exclusivePerChannel: 2,
      requiredFloating: 1,
      totalFloating: 8,
      targetTotal: 208,
    });
  });

  test("needs one floating buffer", () => {
    expect(() => createGateBuffersSpec(1, { exclusivePerChannel: 2, floatingPerGate: 0 })).toThrow(
      "Wrong number of floating buffers.",
    );
  });
});

describe("resultPartitionBuffers", () => {
  test("never has a maximum below its minimum", () => {
    expect(resultPartitionBuffers(50, { exclusivePerChannel: 0, floatingPerGate: 4 })).toEqual({
      min: 51,
      max: 51,
    });
  });
});

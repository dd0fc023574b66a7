import { describe, expect, test } from "vitest";

import { textsOf } from "../output-texts.ts";
import { aKeyedHarness } from "./builders.ts";

describe("TwoInputWatermarks", () => {
  test("sends the smaller watermark on, each only once", () => {
    const harness = aKeyedHarness({});
    harness.processWatermark1(20);
    harness.processWatermark2(5);
    harness.processWatermark2(5);
    harness.processWatermark2(30);
    expect(textsOf(harness.drainOutput())).toEqual(["wm5", "wm20"]);
  });

  test("turns idle with its last active input, after the watermark that this sets free", () => {
    const harness = aKeyedHarness({});
    harness.processWatermark1(20);
    harness.processWatermarkStatus2("idle");
    expect(textsOf(harness.drainOutput())).toEqual(["wm20"]);
    harness.processWatermarkStatus1("idle");
    expect(textsOf(harness.drainOutput())).toEqual(["idle"]);
  });

  test("turns active with its first active input, and says so once", () => {
    const harness = aKeyedHarness({});
    harness.processWatermarkStatus1("idle");
    harness.processWatermarkStatus2("idle");
    harness.processWatermarkStatus2("active");
    harness.processWatermarkStatus1("active");
    expect(textsOf(harness.drainOutput())).toEqual(["idle", "active"]);
  });
});

import { describe, expect, test } from "vitest";

import { LONG_MIN } from "../../../src/engine/java/long.ts";
import type { ProcessFunction } from "../../../src/engine/operators/functions.ts";
import { ProcessOperator } from "../../../src/engine/operators/process-operator.ts";
import { OneInputStreamOperatorTestHarness } from "../../../src/engine/testing/harness.ts";
import { textsOf } from "./output-texts.ts";

function aHarness(processFunction: ProcessFunction<string, string>) {
  return new OneInputStreamOperatorTestHarness<string>(
    (parameters) => new ProcessOperator(parameters, processFunction),
  );
}

describe("ProcessOperator", () => {
  test("knows the watermark and the clock, but has no timers", () => {
    const harness = aHarness({
      processElement: (_value, context, out) => {
        const timers = context.timerService();
        out.collect(`${timers.currentWatermark()} ${timers.currentProcessingTime()}`);
      },
    });
    harness.processElement("x", 1);
    harness.processWatermark(7);
    harness.setProcessingTime(9);
    harness.processElement("x", 2);
    expect(textsOf(harness.drainOutput())).toEqual([`${LONG_MIN} 0@1`, "wm7", "7 9@2"]);
  });

  test.each(["registerEventTimeTimer", "registerProcessingTimeTimer"] as const)("refuses to %s", (method) => {
    const harness = aHarness({ processElement: (_value, context) => context.timerService()[method](1) });
    expect(() => harness.processElement("x", 1)).toThrow(
      "Setting timers is only supported on a keyed streams.",
    );
  });

  test.each(["deleteEventTimeTimer", "deleteProcessingTimeTimer"] as const)("refuses to %s", (method) => {
    const harness = aHarness({ processElement: (_value, context) => context.timerService()[method](1) });
    expect(() => harness.processElement("x", 1)).toThrow(
      "Deleting timers is only supported on a keyed streams.",
    );
  });
});

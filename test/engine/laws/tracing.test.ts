import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { textOf } from "../../../src/engine/testing/collections.ts";
import type { DrivenInstance } from "../../../src/engine/testing/driven-operator.ts";
import type { JsonObject } from "../../../src/engine/testing/json.ts";
import { operatorMakers } from "../../../src/engine/testing/operator-makers.ts";
import type { Step } from "../../../src/engine/testing/scenario.ts";
import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";
import { aScript, pipelines } from "./scripts.ts";

function start(pipeline: JsonObject, recorder?: TraceRecorder) {
  const operator = operatorMakers.get(textOf(pipeline["op"] ?? null))?.(pipeline);
  if (operator === undefined) throw new Error("The operator is not built.");
  const tracer =
    recorder === undefined ? undefined : (now: () => number) => recorder.tracerFor("operator", 0, now);
  return { operator, instance: operator.makeInstance({ tracer }) };
}

function perform(instance: DrivenInstance, { el = null, ts, wm, pt }: Step): void {
  if (wm !== undefined) instance.watermark(Number(wm), 1);
  else if (pt !== undefined) instance.environment.clock.setCurrentTime(pt);
  else instance.element({ value: el, timestamp: Number(ts), input: 1, sub: undefined });
}

describe("tracing a run", () => {
  test.each(Object.entries(pipelines))("changes nothing that it does: %s", (_name, pipeline) => {
    fc.assert(
      fc.property(aScript, (script) => {
        const plain = start(pipeline);
        const traced = start(pipeline, new TraceRecorder());
        for (const step of script) {
          perform(plain.instance, step);
          perform(traced.instance, step);
          expect(traced.instance.environment.output.drain()).toEqual(
            plain.instance.environment.output.drain(),
          );
          expect(traced.operator.observe(traced.instance)).toEqual(plain.operator.observe(plain.instance));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("tells the whole life of a window", () => {
    const recorder = new TraceRecorder();
    const { instance } = start(
      {
        op: "window",
        key: "k",
        assigner: { type: "tumblingEventTime", size: 10 },
        allowedLateness: 2,
        fn: { reduce: "$a" },
      },
      recorder,
    );
    const script: readonly Step[] = [
      { el: { k: "a" }, ts: 3 },
      { el: { k: "a" }, ts: 4 },
      { wm: 9 },
      { wm: 11 },
      { el: { k: "a" }, ts: 5 },
    ];
    const stories = script.map((step) => {
      const before = recorder.events.length;
      perform(instance, step);
      return recorder.events.slice(before).map(({ type }) => type);
    });
    expect(stories).toEqual([
      ["element-in", "state-put", "window-assign", "timer-set", "timer-set"],
      ["element-in", "state-put", "window-assign", "timer-dup", "timer-dup"],
      ["watermark-in", "timer-fire", "window-fire", "state-get", "element-out", "watermark-out"],
      ["watermark-in", "timer-fire", "window-cleanup", "state-clear", "watermark-out"],
      ["element-in", "late"],
    ]);
  });

  test("tells which windows have become one, and what a purging trigger empties", () => {
    const recorder = new TraceRecorder();
    const { instance } = start(
      {
        op: "window",
        key: "k",
        assigner: { type: "eventTimeSession", gap: 10 },
        trigger: { type: "purging", of: { type: "count", count: 2 } },
        fn: { actions: [["emit", ["pluck", "$all", "v"]]] },
      },
      recorder,
    );
    perform(instance, { el: { k: "a", v: 1 }, ts: 0 });
    perform(instance, { el: { k: "a", v: 2 }, ts: 5 });
    const told = recorder.events.filter(({ type }) => type.startsWith("window-"));
    expect(told.map(({ type }) => type)).toEqual([
      "window-assign",
      "window-merge",
      "window-assign",
      "window-fire",
      "window-purge",
    ]);
    expect(told[1]).toMatchObject({
      key: "a",
      window: { start: 0, end: 15 },
      merged: [{ start: 0, end: 10 }],
    });
  });

  test("tells of state what is in it after each change, apart from what comes later", () => {
    const recorder = new TraceRecorder();
    const { instance } = start(
      {
        op: "keyedProcess",
        key: "k",
        state: { l: { type: "list" }, m: { type: "map" }, v: { type: "value" } },
        onElement: [
          ["add", "l", "$el.v"],
          ["put", "m", "x", "$el.v"],
          ["set", "v", "$el.v"],
          [
            "when",
            ["==", "$el.v", 2],
            [
              ["remove", "m", "x"],
              ["clear", "l"],
            ],
          ],
        ],
      },
      recorder,
    );
    for (const v of [1, 2]) perform(instance, { el: { k: "a", v }, ts: 0 });
    const told = recorder.events.flatMap((event) =>
      event.type === "state-put" || event.type === "state-clear" ? [[event.state, event.value]] : [],
    );
    expect(told).toEqual([
      ["l", [1]],
      ["m", [["x", 1]]],
      ["v", 1],
      ["l", [1, 2]],
      ["m", [["x", 2]]],
      ["v", 2],
      ["m", []],
      ["m", undefined],
      ["l", undefined],
    ]);
  });

  test("tells of timers that are deleted, and of those of the clock", () => {
    const recorder = new TraceRecorder();
    const { instance } = start(
      {
        op: "keyedProcess",
        key: "k",
        onElement: [
          ["et", 5],
          ["delEt", 5],
          ["delEt", 6],
          ["pt", 7],
          ["pt", 7],
          ["pt", 9],
          ["delPt", 9],
        ],
      },
      recorder,
    );
    perform(instance, { el: { k: "a" }, ts: 0 });
    perform(instance, { pt: 7 });
    const told = recorder.events.flatMap((event) =>
      "timeDomain" in event ? [`${event.type} ${event.timeDomain} ${event.timestamp}`] : [],
    );
    expect(told).toEqual([
      "timer-set EVENT_TIME 5",
      "timer-del EVENT_TIME 5",
      "timer-set PROCESSING_TIME 7",
      "timer-dup PROCESSING_TIME 7",
      "timer-set PROCESSING_TIME 9",
      "timer-del PROCESSING_TIME 9",
      "timer-fire PROCESSING_TIME 7",
    ]);
  });
});

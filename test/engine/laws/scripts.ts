import fc from "fast-check";

import { canonicalJson, type Json, type JsonObject } from "../../../src/engine/testing/json.ts";
import { runOperator } from "../../../src/engine/testing/run-operator.ts";
import type { PlayedStep, Step } from "../../../src/engine/testing/scenario.ts";

type ScriptStep = Step & JsonObject;

/** Plays a script on the operator of a pipeline. */
export function play(pipeline: JsonObject, script: readonly ScriptStep[]): readonly PlayedStep[] {
  const played = runOperator({ id: "law-000-x", kind: "operator", group: "laws", pipeline, script });
  if (played.type !== "steps") throw new Error("The operator is not built.");
  return played.steps;
}

/** Returns what came out at each step as a bag: equal timers may fire in another order after a restore. */
export function bags(steps: readonly PlayedStep[]): readonly unknown[] {
  return steps.map(({ out, obs, error }) => ({
    out: out.map(canonicalJson).sort(),
    obs: withoutLate(obs),
    error,
  }));
}

/** A restored operator counts late records from 0. */
function withoutLate(obs: JsonObject | undefined): Json {
  return Object.fromEntries(Object.entries(obs ?? {}).filter(([what]) => what !== "late"));
}

/** Any script of elements, rising watermarks and a clock that goes forward. */
export const aScript: fc.Arbitrary<readonly ScriptStep[]> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          k: fc.constantFrom("a", "b", "c"),
          v: fc.integer({ min: 0, max: 9 }),
          ts: fc.integer({ min: 0, max: 60 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ wm: fc.integer({ min: 1, max: 15 }) }) },
      { weight: 1, arbitrary: fc.record({ pt: fc.integer({ min: 1, max: 15 }) }) },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let [watermark, clock] = [0, 0];
    return steps.map((step) => {
      if ("wm" in step) return { wm: (watermark += step.wm) };
      if ("pt" in step) return { pt: (clock += step.pt) };
      return { el: { k: step.k, v: step.v }, ts: step.ts };
    });
  });

const seen = [
  "emit",
  ["obj", "k", "$key", "w", ["arr", "$window.start", "$window.end"], "vs", ["pluck", "$all", "v"]],
];
const sum = { reduce: ["obj", "k", "$a.k", "v", ["+", "$a.v", "$b.v"]] };
const event = (type: string, fields: JsonObject): JsonObject => ({ type, ...fields });

/** Keyed operators of many kinds. */
export const pipelines: { readonly [name: string]: JsonObject } = {
  "a tumbling window with lateness": {
    op: "window",
    key: "k",
    assigner: event("tumblingEventTime", { size: 10 }),
    allowedLateness: 8,
    lateTag: "late",
    fn: sum,
  },
  "a sliding window of all elements": {
    op: "window",
    key: "k",
    assigner: event("slidingEventTime", { size: 10, slide: 4 }),
    fn: { actions: [seen] },
  },
  "a session with lateness": {
    op: "window",
    key: "k",
    assigner: event("eventTimeSession", { gap: 6 }),
    allowedLateness: 5,
    fn: { actions: [["emit", ["obj", "k", "$key", "vs", ["sort", ["pluck", "$all", "v"]]]]] },
  },
  "a session that counts": {
    op: "window",
    key: "k",
    assigner: event("eventTimeSession", { gap: 6 }),
    trigger: { type: "purging", of: { type: "count", count: 2 } },
    fn: sum,
  },
  "a continuous trigger": {
    op: "window",
    key: "k",
    assigner: event("tumblingEventTime", { size: 20 }),
    trigger: { type: "continuousEventTime", interval: 6 },
    fn: sum,
  },
  "a window by the clock": {
    op: "window",
    key: "k",
    assigner: event("slidingProcessingTime", { size: 10, slide: 5 }),
    fn: { actions: [seen] },
  },
  "a global window with an evictor": {
    op: "window",
    key: "k",
    assigner: { type: "global" },
    trigger: { type: "timeout", timeout: 9, of: { type: "count", count: 3 } },
    evictor: { type: "count", count: 4 },
    fn: { actions: [["emit", ["pluck", "$all", "v"]]] },
  },
  "a process function with all kinds of state": {
    op: "keyedProcess",
    key: "k",
    state: {
      last: { type: "value", ttl: { ms: 12, cleanup: "none" } },
      all: { type: "list" },
      counts: { type: "map", ttl: { ms: 20, update: "OnReadAndWrite", cleanup: "none" } },
      sum: { type: "reducing", reduce: ["+", "$a", "$b"] },
      mean: {
        type: "aggregating",
        init: ["lit", { n: 0, s: 0 }],
        add: ["obj", "n", ["+", "$acc.n", 1], "s", ["+", "$acc.s", "$el"]],
        result: ["/", "$acc.s", "$acc.n"],
        merge: ["obj", "n", ["+", "$a.n", "$b.n"], "s", ["+", "$a.s", "$b.s"]],
      },
    },
    onElement: [
      [
        "emit",
        [
          "arr",
          ["value", "last"],
          ["list", "all"],
          ["mapKeys", "counts"],
          ["reduced", "sum"],
          ["aggregated", "mean"],
        ],
      ],
      ["set", "last", "$el.v"],
      ["add", "all", "$el.v"],
      ["put", "counts", ["concat", "v", "$el.v"], "$el.v"],
      ["add", "sum", "$el.v"],
      ["add", "mean", "$el.v"],
      ["et", ["+", "$ts", "$el.v"]],
      ["pt", ["+", "$pt", "$el.v"]],
    ],
    onTimer: [
      ["emit", ["arr", "$key", "$timer", "$domain", ["list", "all"]]],
      ["when", ["==", "$domain", "event"], [["clear", "all"]]],
    ],
  },
};

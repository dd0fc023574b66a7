import * as v from "valibot";

import type { Limit } from "../exercise/run-end.ts";

const LIMITS = [
  "steps",
  "time",
  "allocations",
  "wall",
  "memory",
  "output",
] as const satisfies readonly Limit[];

const count = v.pipe(v.number(), v.minValue(0));
const place = v.nullable(v.pipe(v.number(), v.integer()));
const bilingual = v.object({ zh: v.string(), en: v.string() });
const limit = v.picklist(LIMITS);

const fault = v.object({
  file: v.string(),
  line: place,
  column: place,
  name: v.string(),
  message: v.string(),
});

const atStep = v.object({ step: count });
const atCall = v.object({ call: count, moment: v.picklist(["before", "after"]) });

const plainFault = v.variant("type", [
  v.object({ type: v.literal("fail-task"), at: v.union([atStep, atCall]), task: v.exactOptional(count) }),
  v.object({
    type: v.literal("kill-task-manager"),
    at: v.union([atStep, atCall]),
    taskManager: v.exactOptional(count),
  }),
  v.object({ type: v.literal("kill-job-manager"), at: atStep }),
  v.object({ type: v.literal("stall-output"), at: atStep, task: v.exactOptional(count), duration: count }),
]);

// What has been parsed is JSON: whatever stands in these places can be shown.
const json = v.unknown();

const request = v.object({
  input: v.union([v.number(), v.array(json)]),
  seed: v.nullable(v.number()),
  faults: v.array(plainFault),
  variation: v.record(v.string(), json),
  watch: v.picklist(["outcome", "metrics", "trace"]),
});

const finding = v.variant("status", [
  v.object({ status: v.literal("pass") }),
  v.object({
    status: v.literal("fail"),
    expected: json,
    actual: json,
    counterexample: v.nullable(request),
  }),
  v.object({ status: v.literal("inconclusive"), because: bilingual }),
]);

const checked = v.object({
  id: v.string(),
  says: bilingual,
  kind: v.picklist(["invariant", "golden"]),
  finding,
  sweep: v.exactOptional(v.literal("possible")),
});

const ended = [
  v.object({ type: v.literal("threw"), fault }),
  v.object({ type: v.literal("exceeded"), limit, message: v.string() }),
] as const;

const end = v.variant("type", [
  v.object({
    type: v.literal("reported"),
    checks: v.array(checked),
    stats: v.object({ runs: count, steps: count, longest: count }),
  }),
  v.object({ type: v.literal("rejected"), fault }),
  ...ended,
]);

// Traces are long, and drawn by those who take them as they come.
const event = v.custom(
  (each) => typeof each === "object" && each !== null && "type" in each && "step" in each,
);

const played = v.variant("type", [
  v.object({
    type: v.literal("played"),
    result: v.object({
      outcome: json,
      failure: v.nullable(v.string()),
      steps: count,
      input: v.array(json),
      trace: v.array(event),
    }),
    said: v.string(),
  }),
  v.object({ type: v.literal("rejected"), fault }),
  ...ended,
]);

/** Seeds that a sweep tells of: more are never asked for. */
const MOST_SEEDS = 100;

const step = v.pipe(v.number(), v.integer(), v.minValue(0));
const sweptSeed = v.object({ seed: v.number(), steps: step, violatedAt: v.array(step) });

/** What a child may answer. Nobody knows who has written it: a part that isn't as it should be makes it no answer. */
export const ANSWER = v.variant("type", [
  v.object({ type: v.literal("ready") }),
  v.object({ type: v.literal("begun") }),
  v.object({ type: v.literal("check"), id: v.string() }),
  v.object({ type: v.literal("end"), end }),
  v.object({ type: v.literal("shown"), request, played }),
  v.object({
    type: v.literal("swept"),
    seeds: v.nullable(v.pipe(v.array(sweptSeed), v.maxLength(MOST_SEEDS))),
  }),
]);

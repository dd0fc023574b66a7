import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { UNLIMITED } from "../../../src/engine/runtime/cluster/budget.ts";
import type { RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { type Arrival, ScheduledSource } from "../../../src/engine/runtime/source/scheduled-source.ts";
import type { Source, SourceReader } from "../../../src/engine/runtime/source/source.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import type { TracedEvent } from "../../../src/engine/trace/trace-event.ts";
import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";

const DRIFT = 200;
const INTERVAL = 10;

/** The timestamp of the last element of the slow source. */
const LAST = 990;

/** An element every 10 ms; the event time of each is so many times the time at which it comes. */
function faster(times: number, count = 100): readonly Arrival<number>[] {
  return Array.from({ length: count }, (_, index) => ({
    at: index * 10,
    value: times,
    timestamp: index * 10 * times,
  }));
}

const monotonous = WatermarkStrategy.forMonotonousTimestamps<number>();
const aligned = monotonous.withWatermarkAlignment("group", DRIFT, INTERVAL);

/** Reads a slow source and a fast one. */
function slowAndFast(
  strategy: WatermarkStrategy<number>,
  [slow, fast]: readonly [Source<number, never>, Source<number, never>] | readonly [unknown, unknown],
  options: Partial<RunOptions> = {},
): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.getConfig().setAutoWatermarkInterval(INTERVAL);
  if (options.faults !== undefined) env.enableCheckpointing(50);
  env
    .fromSource(slow as ScheduledSource<number>, strategy, "slow")
    .union(
      env
        .fromSource(fast as ScheduledSource<number>, strategy, "fast")
        .map((n) => n)
        .setCost(() => 5000),
    )
    .addSink({ invoke: () => {} });
  const recorder = new TraceRecorder();
  env.execute("aligned", { recorder, budget: { ...UNLIMITED, steps: 20_000 }, ...options });
  return recorder.events;
}

/** How far (ms of event time) what one source sent was ahead of what the other had sent, as long as both had to send. */
function largestLead(events: readonly TracedEvent[], ahead: string, behind: string): number {
  let [lead, newest, oldest] = [0, 0, 0];
  for (const event of events) {
    if (event.type !== "element-out" || !Number.isFinite(event.timestamp)) continue;
    if (event.operator === behind) oldest = Math.max(oldest, event.timestamp);
    if (event.operator === ahead) newest = Math.max(newest, event.timestamp);
    if (oldest < LAST) lead = Math.max(lead, newest - oldest);
  }
  return lead;
}

const sentBy = (events: readonly TracedEvent[], operator: string) =>
  events.filter((event) => event.type === "element-out" && event.operator === operator).length;

/**
 * What a reader may send until it learns that it has to wait: two elements in each interval, as each takes 5 ms, while
 * three samples are taken and others report.
 */
const REACTION = 2 * 100 * 6;

describe("watermark alignment", () => {
  test("holds a source back that is too far ahead of another one of its group, and loses nothing", () => {
    const sources = () => [new ScheduledSource([faster(1)]), new ScheduledSource([faster(10)])] as const;
    const apart = slowAndFast(monotonous, sources());
    expect(largestLead(apart, "Source: fast", "Source: slow")).toBeGreaterThan(8000);
    const together = slowAndFast(aligned, sources());
    expect(largestLead(together, "Source: fast", "Source: slow")).toBeLessThan(DRIFT + REACTION);
    expect(sentBy(together, "Source: fast")).toBe(100);
    expect(sentBy(together, "Source: slow")).toBe(100);
  });

  test("holds only what reads too far ahead back: of two splits of one reader the one", () => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(INTERVAL);
    const arrivals = [faster(1), faster(10)];
    env
      .fromSource(new ScheduledSource(arrivals), aligned, "both")
      .map((n) => n)
      .setCost(() => 2500)
      .addSink({ invoke: () => {} });
    const recorder = new TraceRecorder();
    env.execute("aligned", { recorder, budget: { ...UNLIMITED, steps: 20_000 } });
    let lead = 0;
    const newest = new Map<unknown, number>();
    for (const event of recorder.events) {
      if (event.type !== "element-out") continue;
      newest.set(event.value, Math.max(newest.get(event.value) ?? 0, event.timestamp));
      const oldest = newest.get(1) ?? 0;
      if (oldest < LAST) lead = Math.max(lead, (newest.get(10) ?? 0) - oldest);
    }
    expect(lead).toBeLessThan(DRIFT + REACTION);
    expect(sentBy(recorder.events, "Source: both")).toBe(200);
  });

  test("waits for nobody who is idle, or has ended", () => {
    const silent = [...faster(1, 5), { at: 900, value: 1, timestamp: 900 }];
    const events = slowAndFast(aligned.withIdleness(30), [
      new ScheduledSource([silent]),
      new ScheduledSource([faster(10)]),
    ]);
    const half = events.find((event) => event.time >= 500);
    const sent = events.slice(0, events.indexOf(half as TracedEvent));
    expect(sentBy(sent, "Source: fast")).toBeGreaterThan(20);
    const ended = slowAndFast(aligned, [
      new ScheduledSource([faster(1, 5)]),
      new ScheduledSource([faster(10)]),
    ]);
    expect(sentBy(ended, "Source: fast")).toBe(100);
    expect(ended.at(-1)?.time).toBeLessThan(1200);
  });

  test("does not take a source for idle that has to wait", () => {
    const events = slowAndFast(aligned.withIdleness(50), [
      new ScheduledSource([faster(1)]),
      new ScheduledSource([faster(10)]),
    ]);
    const idle = events.filter((event) => event.type === "split-status" && event.status === "idle");
    expect(idle.filter(({ operator }) => operator === "Source: fast")).toEqual([]);
  });

  test("goes on after a failure", () => {
    const faults = [{ type: "fail-task" as const, at: { step: 300 } }];
    const events = slowAndFast(
      aligned,
      [new ScheduledSource([faster(1)]), new ScheduledSource([faster(10)])],
      { faults },
    );
    expect(events.some(({ type }) => type === "restore")).toBe(true);
    expect(largestLead(events, "Source: fast", "Source: slow")).toBeLessThan(DRIFT + REACTION);
    expect(events.at(-1)).toMatchObject({ type: "job-status", status: "FINISHED" });
  });

  test("refuses a source with several splits whose reader cannot pause them", () => {
    const source = new ScheduledSource([faster(1), faster(10)]);
    const reader = source.createReader.bind(source);
    const unable: Source<number, never> = {
      boundedness: "BOUNDED",
      discoverSplits: () => source.discoverSplits() as unknown as readonly never[],
      createReader: (context) => {
        const real = reader(context) as unknown as SourceReader<number, never>;
        return {
          addSplits: (splits) => real.addSplits(splits),
          pollNext: (output) => real.pollNext(output),
          nextAvailableAt: () => real.nextAvailableAt(),
          snapshotState: (id) => real.snapshotState(id),
        };
      },
    };
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(INTERVAL);
    env.fromSource(unable, aligned, "unable").addSink({ invoke: () => {} });
    let cause: unknown = null;
    try {
      env.execute("unable", { budget: { ...UNLIMITED, steps: 20_000 } });
    } catch (failure) {
      cause = failure;
    }
    while (cause instanceof Error && cause.cause !== undefined) ({ cause } = cause);
    expect(String(cause)).toContain("does not support pausing or resuming splits");
  });
});

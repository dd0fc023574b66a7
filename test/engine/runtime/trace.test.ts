import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { TumblingEventTimeWindows } from "../../../src/engine/api/window-assigners.ts";
import type { RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { twoPhaseCommit } from "../../../src/engine/runtime/sink/two-phase-commit-sink-function.ts";
import { type Arrival, ScheduledSource } from "../../../src/engine/runtime/source/scheduled-source.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";
import type { TracedEvent } from "../../../src/engine/trace/trace-event.ts";
import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";
import { TransactionStore, twoPhases } from "./programs.ts";

type Kind = TracedEvent["type"];
type EventOf<K extends Kind> = Extract<TracedEvent, { readonly type: K }>;

interface Click {
  readonly user: string;
  readonly clicks: number;
}

const clicksOf = (first: number): readonly Arrival<Click>[] =>
  Array.from({ length: 8 }, (_, index) => ({
    at: index * 15,
    value: { user: `u${index % 2}`, clicks: 1 },
    timestamp: first + index * 15,
  }));

/** Two partitions, sums in windows that cost 4 ms an element, and a sink of two phases. */
function windowsJob(unaligned: "enabled" | "disabled" = "disabled"): StreamExecutionEnvironment {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.enableCheckpointing(50, { unalignedCheckpoints: unaligned });
  env.setRestartStrategy({ type: "fixedDelay", attempts: 3, delay: 10 });
  env.getConfig().setAutoWatermarkInterval(20);
  const strategy = WatermarkStrategy.forMonotonousTimestamps<Click>().withIdleness(40);
  env
    .fromSource(new ScheduledSource([clicksOf(0), clicksOf(3)]), strategy, "clicks")
    .setParallelism(2)
    .keyBy(({ user }) => user)
    .window(TumblingEventTimeWindows.of(40))
    .reduce((left, right) => ({ ...left, clicks: left.clicks + right.clicks }))
    .name("sums")
    .setCost(() => 4000)
    .addSink(twoPhaseCommit(twoPhases(new TransactionStore<Click>())))
    .name("out");
  return env;
}

function traceOf(env: StreamExecutionEnvironment, options: Partial<RunOptions> = {}): readonly TracedEvent[] {
  const recorder = new TraceRecorder();
  env.execute("job", { seed: 7, recorder, ...options });
  return recorder.events;
}

function only<K extends Kind>(events: readonly TracedEvent[], type: K): readonly EventOf<K>[] {
  return events.filter((event): event is EventOf<K> => event.type === type);
}

describe("the trace of a run on a cluster", () => {
  test("tells the way of a checkpoint, from the JobManager and back", () => {
    const story = traceOf(windowsJob())
      .filter((event) => "checkpointId" in event && event.checkpointId === 1)
      .map(({ type, operator }) => `${operator}: ${type}`);
    const source = (type: Kind) => `Source: clicks: ${type}`;
    const sums = (type: Kind) => `sums -> out: ${type}`;
    const told = [
      "JobManager: checkpoint-begin",
      source("barrier-out"),
      source("snapshot"),
      source("ack"),
      source("barrier-out"),
      source("snapshot"),
      source("ack"),
      sums("barrier-in"),
      sums("barrier-in"),
      sums("barrier-out"),
      sums("snapshot"),
      "out: transaction",
      sums("ack"),
      "JobManager: checkpoint-complete",
    ];
    expect(story.slice(0, told.length)).toEqual(told);
    expect(story.slice(told.length).toSorted()).toEqual([
      source("notify-complete"),
      source("notify-complete"),
      "out: transaction",
      sums("notify-complete"),
    ]);
  });

  test("blocks the channel whose barrier is here until the other one's is, and names who sends on it", () => {
    const events = traceOf(windowsJob());
    const [deployed] = only(events, "deploy").filter(({ operator }) => operator === "sums -> out");
    expect(deployed).toMatchObject({
      attempt: 1,
      operators: ["sums", "out"],
      producers: [
        { task: "Source: clicks", subtask: 0 },
        { task: "Source: clicks", subtask: 1 },
      ],
    });
    const blocked = new Set<number>();
    const readWhileBlocked = events.filter((event) => {
      if (event.type === "channel-blocked") blocked.add(event.channel);
      if (event.type === "channel-resumed") blocked.delete(event.channel);
      const isRead = event.type === "credit" || event.type === "channel-watermark";
      return isRead && blocked.has(event.channel);
    });
    expect(readWhileBlocked).toEqual([]);
    expect(only(events, "channel-blocked").length).toBeGreaterThanOrEqual(4);
    expect(blocked.size).toBe(0);
  });

  test("has what an unaligned checkpoint overtakes, and its bytes", () => {
    const aligned = only(traceOf(windowsJob()), "ack");
    expect(aligned.every(({ inFlight }) => inFlight === 0)).toBe(true);
    const unaligned = traceOf(windowsJob("enabled"));
    expect(only(unaligned, "ack").some(({ inFlight }) => inFlight > 0)).toBe(true);
    expect(only(unaligned, "barrier-out").every(({ alignment }) => alignment === "unaligned")).toBe(true);
    for (const { checkpointId, bytes } of only(unaligned, "checkpoint-complete")) {
      const parts = only(unaligned, "ack").filter((ack) => ack.checkpointId === checkpointId);
      expect(bytes).toBe(parts.reduce((sum, ack) => sum + ack.bytes, 0));
    }
  });

  test("tells of a failover: who failed, what is given up, from which checkpoint it goes on", () => {
    const events = traceOf(windowsJob(), { faults: [{ type: "fail-task", at: { step: 55 } }] });
    expect(only(events, "job-status").map(({ status }) => status)).toEqual([
      "RUNNING",
      "RESTARTING",
      "RUNNING",
      "FINISHED",
    ]);
    expect(only(events, "failure")).toMatchObject([{ step: 55, message: "injected fault: fail-task" }]);
    expect(only(events, "end").map(({ state }) => state)).toEqual([
      ...Array.from({ length: 3 }, () => "CANCELED"),
      ...Array.from({ length: 3 }, () => "FINISHED"),
    ]);
    const last = only(events, "checkpoint-complete").findLast(({ step }) => step < 55);
    expect(only(events, "restore").map(({ checkpointId }) => checkpointId)).toEqual(
      Array.from({ length: 3 }, () => last?.checkpointId),
    );
    expect(only(events, "deploy").map(({ attempt }) => attempt)).toEqual([1, 1, 1, 2, 2, 2]);
  });

  test("follows each transaction of a sink to its end", () => {
    const events = traceOf(windowsJob(), { faults: [{ type: "fail-task", at: { step: 55 } }] });
    const lives = Map.groupBy(only(events, "transaction"), ({ transaction }) => transaction);
    expect(lives.size).toBeGreaterThanOrEqual(3);
    for (const life of lives.values()) {
      const states = life.map(({ state }) => state);
      expect(states[0]).toBe("open");
      expect(["committed", "aborted"]).toContain(states.at(-1));
      expect(states.includes("aborted") && states.includes("committed")).toBe(false);
    }
  });

  test("shows the queue of each channel by what was sent and what was read", () => {
    const events = traceOf(windowsJob());
    const [sent, read] = [only(events, "buffer-send"), only(events, "credit")];
    for (const channel of [0, 1]) {
      const on = (buffers: readonly { readonly channel: number }[]) =>
        buffers.filter((buffer) => buffer.channel === channel).length;
      expect(on(sent)).toBe(on(read));
    }
    expect(sent[0]?.receiver).toEqual({ task: "sums -> out", subtask: 0 });
    expect(sent.reduce((sum, event) => sum + event.records, 0)).toBe(16);
    expect(Math.max(...only(events, "credit").map((event) => event.queued))).toBeGreaterThan(0);
  });

  test("says when a task works, waits for input, and waits for room", () => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env
      .fromSource(
        new ScheduledSource([Array.from({ length: 200 }, (_, value) => ({ at: 0, value }))]),
        WatermarkStrategy.noWatermarks<number>(),
        "numbers",
      )
      .map((value) => value)
      .disableChaining()
      .name("slow")
      .setCost(() => 1000)
      .addSink({ invoke: () => {} });
    const load = traceOf(env).filter(({ type }) => type === "busy" || type === "idle" || type === "blocked");
    const of = (task: string) => load.filter(({ operator }) => operator === task);
    expect(of("Source: numbers")[0]).toMatchObject({ type: "blocked", reason: "soft" });
    expect(
      of("slow")
        .slice(1)
        .map(({ type }) => type),
    ).not.toContain("idle");
    for (const task of ["Source: numbers", "slow", "Sink: Unnamed"]) {
      const kinds = of(task).map(({ type }) => type);
      expect(kinds.some((kind, index) => kind === kinds[index - 1])).toBe(false);
    }
  });

  test("tells how far each split and each channel is in time, and which is silent", () => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(20);
    const strategy = WatermarkStrategy.forMonotonousTimestamps<Click>().withIdleness(40);
    const late = { at: 500, value: { user: "u0", clicks: 1 }, timestamp: 500 };
    const silent = [...clicksOf(0).slice(0, 2), late];
    env
      .fromSource(new ScheduledSource([silent, clicksOf(3)]), strategy, "clicks")
      .keyBy(({ user }) => user)
      .reduce((left) => left)
      .addSink({ invoke: () => {} });
    const events = traceOf(env);
    const splits = new Set(only(events, "split-out").map(({ split }) => split));
    expect(splits).toEqual(new Set(["partition-0", "partition-1"]));
    expect(only(events, "split-status")[0]).toMatchObject({ split: "partition-0", status: "idle" });
    const watermarks = only(events, "split-watermark").filter(({ split }) => split === "partition-1");
    expect(watermarks.map(({ timestamp }) => timestamp)).toEqual(
      watermarks.map(({ timestamp }) => timestamp).toSorted((one, other) => one - other),
    );
    expect(only(events, "channel-watermark").at(-1)?.timestamp).toBe(Number.POSITIVE_INFINITY);
  });

  test("lets a fault strike when something happens, though nobody records the run", () => {
    const fails = windowsJob().execute("job", {
      seed: 7,
      faults: [{ type: "fail-task", at: { event: ({ type }) => type === "window-fire" } }],
    });
    expect(fails.restarts).toBe(1);
  });

  test("has steps and times that never go back", () => {
    const events = traceOf(windowsJob(), { faults: [{ type: "kill-task-manager", at: { step: 50 } }] });
    for (const [index, event] of events.entries()) {
      expect(event.step).toBeGreaterThanOrEqual(events[index - 1]?.step ?? 0);
      expect(event.time).toBeGreaterThanOrEqual(events[index - 1]?.time ?? 0);
    }
  });
});

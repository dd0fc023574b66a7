import { describe, expect, test } from "vitest";

import type { StreamExecutionEnvironment } from "../../../../src/engine/api/stream-execution-environment.ts";
import { TumblingEventTimeWindows } from "../../../../src/engine/api/window-assigners.ts";
import type { RunOptions } from "../../../../src/engine/runtime/cluster/run-options.ts";
import { MetricsRecorder } from "../../../../src/engine/runtime/metrics/metrics-recorder.ts";
import type { MetricsReport } from "../../../../src/engine/runtime/metrics/metrics-report.ts";
import type { SinkFunction } from "../../../../src/engine/runtime/sink/sink-function.ts";
import { ListStateDescriptor, ValueStateDescriptor } from "../../../../src/engine/state/state-descriptor.ts";
import { envWith, eventsAt, type Item, streamOf } from "./jobs.ts";

const NOWHERE: SinkFunction<unknown> = { invoke: () => {} };

function measured(env: StreamExecutionEnvironment, options: Partial<RunOptions> = {}): MetricsReport {
  const metrics = new MetricsRecorder();
  env.execute("measured", { metrics, ...options });
  return metrics.report();
}

function found<Part extends { readonly name: string }>(parts: readonly Part[], name: string): Part {
  const part = parts.find((each) => each.name === name);
  if (part === undefined)
    throw new Error(`there is no ${name} among ${parts.map((each) => each.name).join()}`);
  return part;
}

/** Items of three keys at 0, 10, 20… ms. */
const items = (count: number, key = (index: number) => `k${index % 3}`): readonly Item[] =>
  Array.from({ length: count }, (_, index) => ({ key: key(index), value: index, time: index * 10 }));

describe("the state in a report", () => {
  test("is the most that there was after any step, and what is left at the end", () => {
    const env = envWith();
    streamOf(env, eventsAt(items(30)))
      .keyBy(({ key }) => key)
      .window(TumblingEventTimeWindows.of(100))
      .reduce((left, right) => ({ ...left, value: left.value + right.value }))
      .name("sums")
      .addSink(NOWHERE);
    const { operators, ...job } = measured(env);
    const sums = found(operators, "sums");
    const entry = "k0".length + 1 + (1 + 2 * 9) + (1 + 4 + 9 + 9);
    expect(sums).toMatchObject({
      maxStateEntries: 6,
      stateEntries: 0,
      maxStateBytes: 6 * entry,
      stateBytes: 0,
    });
    expect(sums).toMatchObject({ timers: 0, maxTimers: 6 });
    expect(job).toMatchObject({ maxStateEntries: 6, stateEntries: 0, maxTimers: 6, stateBytes: 0 });
  });

  test("shows a leak: entries and bytes that never fall", () => {
    const env = envWith();
    streamOf(env, eventsAt(items(20, (index) => `k${index}`)))
      .keyBy(({ key }) => key)
      .process({
        processElement(this: { seen?: { add: (value: number) => void } }, { value }) {
          this.seen?.add(value);
        },
        open(this: { seen?: unknown }, context) {
          this.seen = context.getListState(new ListStateDescriptor<number>("seen"));
        },
      })
      .name("hoard")
      .addSink(NOWHERE);
    const hoard = found(measured(env).operators, "hoard");
    expect(hoard).toMatchObject({ stateEntries: 20, maxStateEntries: 20, stateBytes: hoard.maxStateBytes });
    expect(hoard.stateBytes).toBe(10 * (3 + 5 + 12) + 10 * (4 + 5 + 12));
  });

  test("is the sum over all instances", () => {
    const env = envWith(4);
    streamOf(env, eventsAt(items(40, (index) => `k${index % 8}`)))
      .keyBy(({ key }) => key)
      .reduce((left, right) => ({ ...left, value: left.value + right.value }))
      .name("sums")
      .addSink(NOWHERE);
    const sums = found(measured(env).operators, "sums");
    expect(sums.stateEntries).toBe(8);
    expect(sums.instances.map(({ stateEntries }) => stateEntries).reduce((one, other) => one + other)).toBe(
      8,
    );
  });

  test("is there again after a failure, not twice", () => {
    const env = envWith().enableCheckpointing(1000);
    streamOf(env, eventsAt(items(20, (index) => `k${index % 4}`)))
      .keyBy(({ key }) => key)
      .reduce((left, right) => ({ ...left, value: left.value + right.value }))
      .name("sums")
      .addSink(NOWHERE);
    const report = measured(env, { seed: 1, faults: [{ type: "fail-task", at: { step: 50 } }] });
    expect(report.restarts).toBe(1);
    expect(found(report.operators, "sums")).toMatchObject({ stateEntries: 4, maxStateEntries: 4 });
    expect(report.tasks.every(({ subtasks }) => subtasks.every(({ attempts }) => attempts === 2))).toBe(true);
    expect(found(report.operators, "sums").numRecordsIn).toBeGreaterThan(20);
  });
});

describe("a report of a run in which something failed", () => {
  test.each(Array.from({ length: 30 }, (_, index) => index + 1))(
    "is there if it was at step %i, when not all is deployed yet",
    (step) => {
      const env = envWith(2).enableCheckpointing(1000);
      streamOf(env, eventsAt(items(20)), 2)
        .keyBy(({ key }) => key)
        .reduce((left, right) => ({ ...left, value: left.value + right.value }))
        .addSink(NOWHERE);
      const report = measured(env, { seed: 7, faults: [{ type: "fail-task", at: { step } }] });
      expect(report.status).toBe("FINISHED");
      const attempts = report.tasks.flatMap(({ subtasks }) => subtasks.map((subtask) => subtask.attempts));
      expect(Math.min(...attempts)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...attempts)).toBeLessThanOrEqual(1 + report.restarts);
    },
  );

  test("counts no attempt that failed before it was deployed", () => {
    const env = envWith();
    env.setRestartStrategy({ type: "fixedDelay", attempts: 1, delay: 10 });
    streamOf(env, eventsAt(items(3))).addSink(NOWHERE);
    const report = measured(env, { faults: [{ type: "fail-task", at: { step: 2 } }] });
    expect(report.restarts).toBe(1);
    expect(report.tasks.flatMap(({ subtasks }) => subtasks.map(({ attempts }) => attempts))).toEqual([1]);
  });
});

describe("the times in a report", () => {
  test("tell who is the bottleneck: busy, with all before it back-pressured", () => {
    const env = envWith();
    streamOf(env, eventsAt(items(200).map((item) => ({ ...item, time: 0 }))))
      .map((item) => item)
      .disableChaining()
      .name("slow")
      .setCost(() => 10_000)
      .addSink(NOWHERE)
      .name("sink");
    const { tasks, duration } = measured(env);
    expect(duration).toBe(2000);
    expect(found(tasks, "slow")).toMatchObject({ busyRatio: 1, backPressureLevel: "ok" });
    const source = found(tasks, "Source: items");
    expect(source.backPressureLevel).toBe("high");
    expect(source.backPressuredRatio).toBeGreaterThan(0.95);
    expect(found(tasks, "sink").idleRatio).toBeGreaterThan(0.95);
    expect(found(tasks, "slow").peakQueueRecords).toBeGreaterThan(30);
    expect(source.peakOutPoolUsage).toBeGreaterThanOrEqual(1);
    for (const { subtasks } of tasks) {
      for (const { busyRatio, idleRatio, backPressuredRatio } of subtasks) {
        expect(busyRatio + idleRatio + backPressuredRatio).toBeCloseTo(1, 9);
      }
    }
  });

  test("are busy times of the cost of each record, and idle for the rest", () => {
    const env = envWith();
    streamOf(env, eventsAt(items(100)))
      .map((item) => item)
      .setCost(() => 4000)
      .name("work")
      .disableChaining()
      .addSink(NOWHERE);
    const [subtask] = found(measured(env).tasks, "work").subtasks;
    expect(subtask).toMatchObject({ busyTime: 400, softBackPressuredTime: 0, numRecordsIn: 100 });
    expect(subtask?.idleTime).toBeGreaterThan(550);
  });
});

describe("the records in a report", () => {
  test("tell the skew of subtasks, and which key groups cause it", () => {
    const env = envWith(4);
    streamOf(env, eventsAt(items(100, (index) => (index % 10 === 0 ? `k${index}` : "celebrity"))))
      .keyBy(({ key }) => key)
      .reduce((left) => left)
      .name("hot")
      .addSink(NOWHERE);
    const { operators, tasks } = measured(env);
    const { skew, keyGroups, numRecordsIn } = found(operators, "hot");
    expect(skew).toBeGreaterThan(3.5);
    expect(tasks.at(-1)?.skew).toBe(skew);
    expect(keyGroups.reduce((sum, { records }) => sum + records, 0)).toBe(numRecordsIn);
    expect(keyGroups.reduce((sum, { keys }) => sum + keys, 0)).toBe(11);
    expect(Math.max(...keyGroups.map(({ records }) => records))).toBeGreaterThanOrEqual(90);
    expect(new Set(keyGroups.map(({ keyGroup }) => keyGroup)).size).toBe(keyGroups.length);
  });

  test("count late ones, side outputs and the newest watermark", () => {
    const env = envWith();
    const late = { key: "k0", value: 0, time: 5 };
    streamOf(env, [...eventsAt(items(30)), { at: 5000, value: late, timestamp: late.time }])
      .keyBy(({ key }) => key)
      .window(TumblingEventTimeWindows.of(100))
      .reduce((left) => left)
      .name("sums")
      .addSink(NOWHERE);
    expect(found(measured(env).operators, "sums")).toMatchObject({
      numRecordsIn: 31,
      numRecordsOut: 9,
      numLateRecordsDropped: 1,
      instances: [{ currentInputWatermark: Number.POSITIVE_INFINITY }],
    });
  });
});

describe("the checkpoints in a report", () => {
  test("have a duration, a size that grows with the state, and the time of the alignment", () => {
    const env = envWith().enableCheckpointing(100);
    streamOf(env, eventsAt(items(100, (index) => `k${index}`)), 2)
      .keyBy(({ key }) => key)
      .reduce((left) => left)
      .setCost(() => 5000)
      .addSink(NOWHERE);
    const { checkpoints, completedCheckpoints } = measured(env);
    expect(completedCheckpoints).toBe(checkpoints.length);
    expect(checkpoints.length).toBeGreaterThanOrEqual(9);
    const sizes = checkpoints.slice(0, -1).map(({ size }) => size ?? 0);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(sizes.at(-1)).toBeGreaterThan(5 * (sizes[0] ?? 0));
    expect(checkpoints.some(({ duration }) => duration > 0)).toBe(true);
    expect(checkpoints.every(({ inFlightElements }) => inFlightElements === 0)).toBe(true);
  });

  test("say why they were given up, and what an unaligned one carries along", () => {
    const slow = (unalignedCheckpoints: "enabled" | "disabled") => {
      const env = envWith().enableCheckpointing(100, {
        unalignedCheckpoints,
        timeout: 300,
        tolerableCheckpointFailureNumber: 100,
      });
      streamOf(env, eventsAt(items(100).map((item) => ({ ...item, time: 0 }))))
        .map((item) => item)
        .disableChaining()
        .setCost(() => 20_000)
        .addSink(NOWHERE);
      return measured(env).checkpoints;
    };
    expect(slow("disabled")[0]).toMatchObject({
      status: "aborted",
      reason: "Checkpoint expired before completing.",
    });
    const [first] = slow("enabled");
    expect(first).toMatchObject({ status: "completed" });
    expect(first?.inFlightElements).toBeGreaterThan(20);
    expect(first?.size).toBeGreaterThan(20 * 20);
  });
});

describe("a recorder", () => {
  test("tells of a job that has failed, too", () => {
    const env = envWith();
    streamOf(env, eventsAt(items(10)))
      .map(({ value }) => {
        if (value === 5) throw new Error("five");
        return value;
      })
      .name("fails")
      .addSink(NOWHERE);
    const metrics = new MetricsRecorder();
    expect(() => env.execute("fails", { metrics })).toThrow("Job execution failed.");
    expect(metrics.report()).toMatchObject({ status: "FAILED", restarts: 0 });
    expect(found(metrics.report().operators, "fails")).toMatchObject({ numRecordsIn: 6, numRecordsOut: 5 });
  });

  test("measures one run", () => {
    const metrics = new MetricsRecorder();
    expect(() => metrics.report()).toThrow("No run has been measured.");
    const run = () => {
      const env = envWith();
      streamOf(env, eventsAt(items(1))).addSink(NOWHERE);
      env.execute("job", { metrics });
    };
    run();
    expect(run).toThrow("A MetricsRecorder measures one run.");
  });

  test("changes nothing that the job does", () => {
    const run = (options: Partial<RunOptions>) => {
      const env = envWith(2).enableCheckpointing(70);
      const sums: number[] = [];
      streamOf(env, eventsAt(items(40)))
        .keyBy(({ key }) => key)
        .reduce((left, right) => ({ ...left, value: left.value + right.value }))
        .addSink({ invoke: ({ value }) => sums.push(value) });
      const { steps, netRuntime } = env.execute("job", { seed: 5, ...options });
      return { sums, steps, netRuntime };
    };
    expect(run({ metrics: new MetricsRecorder() })).toEqual(run({}));
  });

  test("counts nothing that was given to a state and is not in it any more", () => {
    const env = envWith();
    const descriptor = new ValueStateDescriptor<readonly number[]>("window");
    streamOf(env, eventsAt(items(12, () => "k")))
      .keyBy(({ key }) => key)
      .process({
        processElement: function processElement(
          this: {
            window?: { value: () => readonly number[] | null; update: (v: readonly number[]) => void };
          },
          { value },
        ) {
          this.window?.update([...(this.window.value() ?? []), value].slice(-3));
        },
        open(this: { window?: unknown }, context) {
          this.window = context.getState(descriptor);
        },
      })
      .name("last three")
      .addSink(NOWHERE);
    const bytes = 2 + 5 + 4 + 3 * 8;
    expect(found(measured(env).operators, "last three")).toMatchObject({
      maxStateBytes: bytes,
      stateBytes: bytes,
    });
  });
});

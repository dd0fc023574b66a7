import { afterEach, describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import type { RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { MetricsRecorder } from "../../../src/engine/runtime/metrics/metrics-recorder.ts";
import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";

function execute(options: Partial<RunOptions> = {}) {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.fromData(1, 2).addSink({ invoke: () => {} });
  return env.execute("numbers", options);
}

describe("the context of a program", () => {
  afterEach(() => StreamExecutionEnvironment.initializeContextEnvironment(null));

  test("fills in what a job leaves open or gives to nobody", () => {
    const [metrics, recorder] = [new MetricsRecorder(), new TraceRecorder()];
    StreamExecutionEnvironment.initializeContextEnvironment(() => ({ metrics, recorder }));
    execute({ recorder: null });
    expect(metrics.report()).toMatchObject({ jobName: "numbers", status: "FINISHED" });
    expect(recorder.events.length).toBeGreaterThan(0);
  });

  test("hears what each job says itself, which stands", () => {
    const heard: Partial<RunOptions>[] = [];
    StreamExecutionEnvironment.initializeContextEnvironment((own) => {
      heard.push(own);
      return { metrics: new MetricsRecorder(), seed: 3 };
    });
    const metrics = new MetricsRecorder();
    expect(metrics.hasBegun).toBe(false);
    execute({ metrics });
    execute();
    expect(heard).toEqual([{ metrics }, {}]);
    expect(metrics.hasBegun).toBe(true);
  });

  test("is gone when it is ended", () => {
    const metrics = new MetricsRecorder();
    StreamExecutionEnvironment.initializeContextEnvironment(() => ({ metrics }));
    StreamExecutionEnvironment.initializeContextEnvironment(null);
    expect(execute().steps).toBe(0);
    expect(metrics.hasBegun).toBe(false);
  });
});

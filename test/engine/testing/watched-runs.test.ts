import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import type { RunOptions } from "../../../src/engine/runtime/cluster/run-options.ts";
import { MetricsRecorder } from "../../../src/engine/runtime/metrics/metrics-recorder.ts";
import { WatchedRuns } from "../../../src/engine/testing/watched-runs.ts";
import { TraceRecorder } from "../../../src/engine/trace/trace-recorder.ts";

/** Runs a job of so many numbers as a watched program would. */
function play(watched: WatchedRuns, jobName: string, own: Partial<RunOptions> = {}): void {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  env.fromData(1, 2).addSink({ invoke: () => {} });
  env.execute(jobName, { ...own, ...watched.next(own) });
}

describe("the runs of a watched program", () => {
  test("are told in their order, with what happened in each, if it traces them itself too", () => {
    const watched = new WatchedRuns("traced");
    const recorder = new TraceRecorder();
    play(watched, "first", { recorder });
    play(watched, "second", { recorder, faults: [] });
    play(watched, "third");
    const runs = watched.end();
    expect(runs.map(({ report, faultsBy }) => `${report.jobName} ${report.status} ${faultsBy}`)).toEqual([
      "first FINISHED command",
      "second FINISHED program",
      "third FINISHED command",
    ]);
    for (const { events } of runs) {
      expect(events.filter(({ type }) => type === "job-status")[0]).toMatchObject({ step: 1 });
      expect(events.filter(({ type }) => type === "element-in")).toHaveLength(2);
    }
  });

  test("are not traced if nobody wants to see it", () => {
    const watched = new WatchedRuns("untraced");
    play(watched, "plain");
    play(watched, "own", { recorder: new TraceRecorder() });
    expect(watched.end().map(({ events }) => events)).toEqual([[], []]);
  });

  test("are only those that came about: a recorder does not measure twice", () => {
    const watched = new WatchedRuns("untraced");
    const metrics = new MetricsRecorder();
    play(watched, "first", { metrics });
    expect(() => play(watched, "second", { metrics })).toThrow("A MetricsRecorder measures one run.");
    watched.next({});
    expect(watched.end().map(({ report }) => report.jobName)).toEqual(["first"]);
  });
});

import { describe, expect, test } from "vitest";

import { dateTimeBuckets } from "../../../src/engine/connectors/file/bucket-assigner.ts";
import type { FileSinkOptions } from "../../../src/engine/connectors/file/file-sink-options.ts";
import { FileSink } from "../../../src/engine/connectors/file/file-sink.ts";
import {
  defaultRollingPolicy,
  ON_CHECKPOINT_ROLLING_POLICY,
} from "../../../src/engine/connectors/file/rolling-policy.ts";
import { commitAll } from "../../../src/engine/runtime/sink/pending-commit.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";
import { ObjectStore } from "../../../src/engine/world/object-store/object-store.ts";
import { World } from "../../../src/engine/world/world.ts";
import { TestClock } from "../world/test-clock.ts";
import { aWriterContext, NO_TIME } from "./writer-context.ts";

function aSink(options: Partial<FileSinkOptions<string>> = {}) {
  const store = new ObjectStore(new World(new TestClock(), 7), { minPartBytes: 4 });
  const clock = new TestProcessingTimeService();
  const sink = new FileSink<string>({
    store,
    basePath: "out",
    encoder: (line) => line,
    bucketAssigner: () => "all",
    uploadPartSize: 4,
    ...options,
  });
  const bodies = () => store.objects().map(({ body }) => body);
  return { sink, store, clock, bodies, context: () => aWriterContext({ clock }) };
}

describe("a file", () => {
  test("is in progress, then pending, then finished, and visible only then", () => {
    const { sink, store, bodies, context } = aSink({ rollingPolicy: ON_CHECKPOINT_ROLLING_POLICY });
    const writer = sink.createWriter(context());
    for (const line of ["abcd", "e"]) writer.write(line, NO_TIME);
    expect([bodies(), store.pendingUploads()]).toMatchObject([[], [{ parts: [{ body: ["abcd"] }] }]]);
    writer.flush("checkpoint");
    const pending = writer.prepareCommit?.() ?? [];
    expect([bodies(), pending]).toMatchObject([[], [{ partNumbers: [1, 2] }]]);
    commitAll(sink.createCommitter(), pending);
    expect(bodies()).toEqual([["abcd", "e"]]);
    commitAll(sink.createCommitter(), pending);
    expect(bodies()).toEqual([["abcd", "e"]]);
  });

  test("goes on over checkpoints, unless its policy ends it", () => {
    const { sink, bodies, context } = aSink();
    const writer = sink.createWriter(context());
    writer.write("a", NO_TIME);
    writer.flush("checkpoint");
    expect(writer.prepareCommit?.()).toEqual([]);
    const states = writer.snapshotState?.(1) ?? [];
    writer.write("lost", NO_TIME);
    const restored = sink.restoreWriter(context(), states);
    restored.write("b", NO_TIME);
    restored.flush("endOfInput");
    commitAll(sink.createCommitter(), restored.prepareCommit?.() ?? []);
    expect(bodies()).toEqual([["a", "b"]]);
  });

  test("ends when it is large enough", () => {
    const { sink, bodies, context } = aSink({ rollingPolicy: defaultRollingPolicy({ maxPartSize: 3 }) });
    const writer = sink.createWriter(context());
    for (const line of ["abc", "d", "e"]) writer.write(line, NO_TIME);
    commitAll(sink.createCommitter(), writer.prepareCommit?.() ?? []);
    expect(bodies()).toEqual([["abc", "d"]]);
  });

  test.each([
    ["it is old enough", { rolloverInterval: 60_000, inactivityInterval: 1e9 }, ["a", "b"]],
    ["nothing has come for a while", { rolloverInterval: 1e9, inactivityInterval: 60_000 }, ["a"]],
  ])("ends when %s, although nothing comes", (_, limits, lines) => {
    const { sink, clock, bodies, context } = aSink({ rollingPolicy: defaultRollingPolicy(limits) });
    const writer = sink.createWriter(context());
    lines.forEach((line, index) => {
      clock.setCurrentTime(index * 1000);
      writer.write(line, NO_TIME);
    });
    clock.setCurrentTime(59_999);
    expect(writer.prepareCommit?.()).toEqual([]);
    clock.setCurrentTime(60_000);
    commitAll(sink.createCommitter(), writer.prepareCommit?.() ?? []);
    expect(bodies()).toEqual([lines]);
  });

  test("never has the name of another, whoever wrote that", () => {
    const { sink, store, context } = aSink({ rollingPolicy: ON_CHECKPOINT_ROLLING_POLICY });
    for (const subtask of [0, 1]) {
      const writer = sink.createWriter(context());
      for (const line of ["a", "b"]) {
        writer.write(`${line}${subtask}`, NO_TIME);
        writer.flush("checkpoint");
        commitAll(sink.createCommitter(), writer.prepareCommit?.() ?? []);
      }
    }
    expect(store.objects()).toHaveLength(4);
  });

  test("of a bucket that is inherited twice is finished, and the other goes on", () => {
    const { sink, bodies, context } = aSink();
    const states = ["a", "b"].flatMap((line) => {
      const writer = sink.createWriter(context());
      writer.write(line, NO_TIME);
      return writer.snapshotState?.(1) ?? [];
    });
    const writer = sink.restoreWriter(context(), states);
    writer.write("c", NO_TIME);
    writer.flush("endOfInput");
    commitAll(sink.createCommitter(), writer.prepareCommit?.() ?? []);
    expect(new Set(bodies())).toEqual(new Set([["a"], ["b", "c"]]));
  });
});

describe("the bucket of an element", () => {
  test("is by default the hour in which it is processed", () => {
    const context = {
      timestamp: null,
      currentWatermark: 0,
      currentProcessingTime: Date.UTC(2026, 10, 23, 20, 59),
    };
    expect(dateTimeBuckets()("x", context)).toBe("2026-11-23--20");
    expect(dateTimeBuckets(8 * 3_600_000)("x", context)).toBe("2026-11-24--04");
  });
});

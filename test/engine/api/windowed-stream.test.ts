import { describe, expect, test } from "vitest";

import {
  ContinuousProcessingTimeTrigger,
  CountEvictor,
  CountTrigger,
  type DataStream,
  DeltaTrigger,
  EventTimeSessionWindows,
  GlobalWindows,
  OutputTag,
  type ProcessWindowFunction,
  PurgingTrigger,
  ScheduledSource,
  SlidingEventTimeWindows,
  type TimeWindow,
  TumblingEventTimeWindows,
  WatermarkStrategy,
} from "../../../src/engine/index.ts";
import { newEnvironment, timedStream } from "./streams.ts";

const timed = () => timedStream(newEnvironment(), ["a", 1], ["b", 4], ["c", 12], ["d", 3], ["e", 25]);
const keyed = () => timed().keyBy(() => "k");
const joined = (left: string, right: string) => left + right;

const describeWindow: ProcessWindowFunction<string, string, string, TimeWindow> = {
  process: (key, context, elements, out) =>
    out.collect(`${key} [${context.window().start}, ${context.window().end}) ${elements.join("")}`),
};

const timestamps = <T>(stream: DataStream<T>) =>
  stream
    .process<unknown>({ processElement: (value, context, out) => out.collect([value, context.timestamp()]) })
    .executeAndCollect();

describe("a windowed stream", () => {
  test("fires by the clock for the last time when the clock passes the end of an event time window", () => {
    const env = newEnvironment();
    const arrivals = [0, 30, 300].map((at) => ({ at, value: 1, timestamp: 5 }));
    const counts = env
      .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<number>(), "ones")
      .keyBy(() => "k")
      .window(TumblingEventTimeWindows.of(100))
      .trigger(ContinuousProcessingTimeTrigger.of(40))
      .reduce((left, right) => left + right);
    const fired: [number, number][] = [];
    counts.addSink({ invoke: (count, context) => fired.push([count, context.currentProcessingTime()]) });
    env.execute();
    expect(fired).toEqual([
      [2, 40],
      [2, 80],
      [2, 99],
    ]);
  });

  test("takes elements without a timestamp into sessions, as the earliest of all", () => {
    const untimed = newEnvironment().fromData("a", "b");
    const sessions = untimed.keyBy(() => "k").window(EventTimeSessionWindows.withGap(10));
    expect(sessions.reduce(joined).executeAndCollect()).toEqual(["ab"]);
  });

  test("folds the elements of each window and stamps the result with its last ms", () => {
    const sums = keyed().window(TumblingEventTimeWindows.of(10)).reduce(joined);
    expect(timestamps(sums)).toEqual([
      ["ab", 9],
      ["c", 19],
      ["e", 29],
    ]);
  });

  test("hands key and window to a window function", () => {
    const windows = () => keyed().window(TumblingEventTimeWindows.of(10));
    const expected = ["k [0, 10) ab", "k [10, 20) c", "k [20, 30) e"];
    expect(windows().process(describeWindow).executeAndCollect()).toEqual(expected);
    expect(windows().reduce(joined, describeWindow).executeAndCollect()).toEqual(expected);
  });

  test("aggregates into an accumulator of another type", () => {
    const lengths = keyed()
      .window(TumblingEventTimeWindows.of(10))
      .aggregate({
        createAccumulator: () => 0,
        add: (value, sum) => sum + value.length,
        getResult: (sum) => `${sum} letters`,
        merge: (left, right) => left + right,
      });
    expect(lengths.executeAndCollect()).toEqual(["2 letters", "1 letters", "1 letters"]);
  });

  test("sends late elements to a side output, or keeps windows for a while", () => {
    const late = new OutputTag<string>("late");
    const missed: string[] = [];
    const sums = keyed().window(TumblingEventTimeWindows.of(10)).sideOutputLateData(late).reduce(joined);
    sums.getSideOutput(late).addSink({ invoke: (value) => missed.push(value) });
    sums.executeAndCollect();
    expect(missed).toEqual(["d"]);
    const patient = keyed().window(TumblingEventTimeWindows.of(10)).allowedLateness(10).reduce(joined);
    expect(patient.executeAndCollect()).toEqual(["ab", "abd", "c", "e"]);
  });

  test("slides, and merges sessions", () => {
    const sliding = keyed().window(SlidingEventTimeWindows.of(20, 10)).reduce(joined);
    expect(sliding.executeAndCollect()).toEqual(["ab", "abcd", "ce", "e"]);
    const sessions = keyed().window(EventTimeSessionWindows.withGap(5)).reduce(joined);
    expect(sessions.executeAndCollect()).toEqual(["ab", "c", "e"]);
  });

  test("fires when its trigger says so, with what its evictor leaves", () => {
    const global = () => keyed().window(GlobalWindows.create());
    expect(
      global()
        .trigger(PurgingTrigger.of(CountTrigger.of(2)))
        .reduce(joined)
        .executeAndCollect(),
    ).toEqual(["ab", "cd"]);
    const last = global().trigger(CountTrigger.of(2)).evictor(CountEvictor.of(1));
    expect(last.reduce(joined).executeAndCollect()).toEqual(["b", "d"]);
    const far = (older: string, newer: string) => newer.charCodeAt(0) - older.charCodeAt(0);
    expect(global().trigger(DeltaTrigger.of(1, far)).reduce(joined).executeAndCollect()).toEqual([
      "abc",
      "abcde",
    ]);
  });

  test("refuses triggers that cannot merge for sessions, and negative lateness, in Flink's words", () => {
    const far = () => 0;
    expect(() =>
      keyed().window(EventTimeSessionWindows.withGap(5)).trigger(DeltaTrigger.of(1, far)).reduce(joined),
    ).toThrow("A merging window assigner cannot be used with a trigger that does not support merging.");
    expect(() => keyed().window(TumblingEventTimeWindows.of(10)).allowedLateness(-1).reduce(joined)).toThrow(
      "The allowed lateness cannot be negative.",
    );
  });

  test("has all keys together in windowAll, at parallelism 1", () => {
    const sums = timed().windowAll(TumblingEventTimeWindows.of(100));
    const counts = sums.process({
      process: (context, elements: readonly string[], out) =>
        out.collect(`${elements.length} until ${context.window().end}`),
    });
    expect(() => counts.setParallelism(2)).toThrow("The parallelism of non parallel operator must be 1.");
    expect(counts.executeAndCollect()).toEqual(["5 until 100"]);
  });
});

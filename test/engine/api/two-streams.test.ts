import { describe, expect, test } from "vitest";

import {
  MapStateDescriptor,
  OutputTag,
  type RuntimeContext,
  TumblingEventTimeWindows,
  type ValueState,
  ValueStateDescriptor,
} from "../../../src/engine/index.ts";
import { newEnvironment, timedStream } from "./streams.ts";

const rules = new MapStateDescriptor<string, number>("rules");

class Remembering {
  last: ValueState<string> | undefined;

  open(context: RuntimeContext<string>): void {
    this.last = context.getState(new ValueStateDescriptor<string>("last"));
  }

  processElement1(value: string): void {
    this.last?.update(value);
  }

  processElement2(
    value: string,
    _context: unknown,
    out: { readonly collect: (value: string) => void },
  ): void {
    out.collect(`${value} after ${this.last?.value()}`);
  }
}

describe("two streams", () => {
  test("go through one function, each with its type", () => {
    const env = newEnvironment();
    const both = env.fromData(1, 2).connect(env.fromData("a", "b"));
    const results = both.map(
      (number) => `number ${number}`,
      (text) => `text ${text}`,
    );
    expect(results.executeAndCollect()).toEqual(["number 1", "text a", "number 2", "text b"]);
  });

  test("share keyed state if both have keys", () => {
    const connected = () => {
      const env = newEnvironment();
      return [env.fromData("a1", "b1"), env.fromData("b2", "a2")] as const;
    };
    const key = (value: string) => value.charAt(0);
    const [first, second] = connected();
    const results = first.keyBy(key).connect(second.keyBy(key)).process(new Remembering());
    expect(results.executeAndCollect()).toEqual(["b2 after null", "a2 after a1"]);
    const [left, right] = connected();
    const same = left.connect(right).keyBy(key, key).process(new Remembering());
    expect(same.executeAndCollect()).toEqual(["b2 after null", "a2 after a1"]);
  });

  test("share broadcast state, with keys and without", () => {
    const env = newEnvironment();
    const words = env.fromData("a", "b", "a");
    const counts = env.fromData<readonly [string, number]>(["a", 7]).broadcast(rules);
    const results = words.connect(counts).process<string>({
      processElement: (word, context, out) =>
        out.collect(`${word} ${context.getBroadcastState(rules).get(word)}`),
      processBroadcastElement: ([word, count], context) => context.getBroadcastState(rules).put(word, count),
    });
    expect(results.executeAndCollect()).toEqual(["a null", "b null", "a 7"]);

    const other = newEnvironment();
    const keyed = other
      .fromData("a", "a")
      .keyBy((word) => word)
      .connect(other.fromData(1).broadcast(rules))
      .process<string>({
        processElement: (_word, context, out) => out.collect(context.getCurrentKey()),
        processBroadcastElement: (value, _context, out) => out.collect(String(value)),
      });
    expect(keyed.executeAndCollect()).toEqual(["a", "1", "a"]);
  });

  test("join in windows, and in intervals with exclusive bounds and late sides", () => {
    const streams = () => {
      const env = newEnvironment();
      return [
        timedStream(env, ["a", 1], ["b", 12]),
        timedStream(env, ["x", 3], ["z", 2], ["y", 14]),
      ] as const;
    };
    const all = () => "all";
    const [first, second] = streams();
    const joined = first
      .join(second)
      .where(all)
      .equalTo(all)
      .window(TumblingEventTimeWindows.of(10))
      .apply((left, right) => left + right);
    expect(joined.executeAndCollect()).toEqual(["ax", "az", "by"]);

    const interval = (bounds: "inclusive" | "exclusive") => {
      const [left, right] = streams();
      const between = left.keyBy(all).intervalJoin(right.keyBy(all)).between(0, 2);
      return (bounds === "inclusive" ? between : between.upperBoundExclusive())
        .process<string>({ processElement: (one, other, _context, out) => out.collect(one + other) })
        .executeAndCollect();
    };
    expect(interval("inclusive")).toEqual(["ax", "az", "by"]);
    expect(interval("exclusive")).toEqual(["az"]);
  });

  test("are grouped by key and window, also where one has nothing", () => {
    const env = newEnvironment();
    const groups = timedStream(env, ["a", 1], ["b", 12])
      .coGroup(timedStream(env, ["x", 3]))
      .where(() => "all")
      .equalTo(() => "all")
      .window(TumblingEventTimeWindows.of(10))
      .apply<string>({ coGroup: (left, right, out) => out.collect(`${left.join("")}|${right.join("")}`) });
    expect(groups.executeAndCollect()).toEqual(["a|x", "b|"]);
  });

  test("refuse bounds the wrong way round", () => {
    const keyed = () =>
      newEnvironment()
        .fromData(1)
        .keyBy(() => "k");
    expect(() => keyed().intervalJoin(keyed()).between(1, 0)).toThrow(
      "lowerBound <= upperBound must be fulfilled",
    );
  });

  test("send late elements of an interval join to a side output", () => {
    const env = newEnvironment();
    const late = new OutputTag<string>("late");
    const missed: string[] = [];
    const join = timedStream(env, ["a", 50], ["b", 10])
      .keyBy(() => "k")
      .intervalJoin(timedStream(env, ["x", 50], ["y", 60], ["z", 70]).keyBy(() => "k"))
      .between(-5, 5)
      .sideOutputLeftLateData(late)
      .process<string>({ processElement: (left, right, _context, out) => out.collect(left + right) });
    join.getSideOutput(late).addSink({ invoke: (value) => missed.push(value) });
    expect([join.executeAndCollect(), missed]).toEqual([["ax"], ["b"]]);
  });
});

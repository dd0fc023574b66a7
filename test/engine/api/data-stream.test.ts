import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { OutputTag } from "../../../src/engine/index.ts";
import { newEnvironment, timedStream } from "./streams.ts";

describe("a data stream", () => {
  test("does to its elements what arrays do", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const collected = newEnvironment()
          .fromCollection(numbers)
          .map((number) => number / 2)
          .filter((number) => number > 1)
          .flatMap<number>((number, out) => {
            out.collect(number);
            out.collect(-number);
          })
          .executeAndCollect();
        const expected = numbers
          .map((number) => number / 2)
          .filter((number) => number > 1)
          .flatMap((number) => [number, -number]);
        expect(collected).toEqual(expected);
      }),
    );
  });

  test("feeds everybody who reads it", () => {
    const env = newEnvironment();
    const numbers = env.fromSequence(1, 3);
    const doubled: number[] = [];
    const negated: number[] = [];
    numbers.map((number) => number * 2).addSink({ invoke: (number) => doubled.push(number) });
    numbers.map((number) => -number).addSink({ invoke: (number) => negated.push(number) });
    env.execute();
    expect([doubled, negated]).toEqual([
      [2, 4, 6],
      [-1, -2, -3],
    ]);
  });

  test("takes several streams as one and waits for the slowest watermark", () => {
    const env = newEnvironment();
    const watermarks: number[] = [];
    timedStream(env, ["a", 10], ["b", 50])
      .union(timedStream(env, ["c", 20], ["d", 30]))
      .addSink({ invoke: (_value, context) => watermarks.push(context.currentWatermark()) });
    env.execute();
    expect(watermarks).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 9, 9]);
  });

  test("keeps timestamps through its operators and hands them to sinks", () => {
    const env = newEnvironment();
    const seen: unknown[] = [];
    timedStream(env, ["a", 10])
      .map((value) => value.toUpperCase())
      .addSink({ invoke: (value, context) => seen.push([value, context.timestamp()]) });
    env.fromData("none").addSink({ invoke: (value, context) => seen.push([value, context.timestamp()]) });
    env.execute();
    expect(seen).toEqual([
      ["A", 10],
      ["none", null],
    ]);
  });

  test("sends to side outputs by their names", () => {
    const odd = new OutputTag<number>("odd");
    const env = newEnvironment();
    const even = env.fromSequence(1, 4).process<number>({
      processElement: (value, context, out) => {
        if (value % 2 === 0) out.collect(value);
        else context.output(odd, value);
      },
    });
    const odds: number[] = [];
    even.getSideOutput(odd).addSink({ invoke: (value) => odds.push(value) });
    expect([even.executeAndCollect(), odds]).toEqual([
      [2, 4],
      [1, 3],
    ]);
  });

  test("hands on copies, unless objects are reused", () => {
    const source = () => {
      const env = newEnvironment();
      const kept: { count: number }[] = [];
      env
        .fromData({ count: 1 })
        .map((element) => {
          kept.push(element);
          return element;
        })
        .addSink({
          invoke: (element) => {
            element.count = 2;
          },
        });
      return { env, kept };
    };
    const copied = source();
    copied.env.execute();
    const reused = source();
    reused.env.getConfig().enableObjectReuse();
    reused.env.execute();
    expect([copied.kept, reused.kept]).toEqual([[{ count: 1 }], [{ count: 2 }]]);
  });
});

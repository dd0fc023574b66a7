import { describe, expect, test } from "vitest";

import {
  type Collector,
  type DataStream,
  type KeyedProcessFunctionContext,
  type OnTimerContext,
  type RuntimeContext,
  type ValueState,
  ValueStateDescriptor,
} from "../../../src/engine/index.ts";
import { newEnvironment, timedStream } from "./streams.ts";

interface Scored {
  readonly key: string;
  readonly n: number;
  readonly name: string;
}

const elements: readonly Scored[] = [
  { key: "a", n: 3, name: "first" },
  { key: "b", n: 5, name: "second" },
  { key: "a", n: 1, name: "third" },
  { key: "a", n: 3, name: "fourth" },
];

const keyed = () =>
  newEnvironment()
    .fromData(...elements)
    .keyBy(({ key }) => key);

class Counter {
  count: ValueState<number> | undefined;

  open(context: RuntimeContext<string>): void {
    this.count = context.getState(new ValueStateDescriptor<number>("count"));
  }

  processElement(_value: string, context: KeyedProcessFunctionContext<string>): void {
    this.count?.update((this.count.value() ?? 0) + 1);
    context.timerService().registerEventTimeTimer(100);
  }

  onTimer(timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    out.collect(`${context.getCurrentKey()} ${this.count?.value()} at ${timestamp}`);
  }
}

describe("a keyed stream", () => {
  test.each(["rebalance", "rescale", "shuffle", "global", "forward", "broadcast"] as const)(
    "refuses %s in Flink's words",
    (repartition) => {
      expect(() => keyed()[repartition]()).toThrow("Cannot override partitioning for KeyedStream.");
    },
  );

  test("sends the fold of each key with every element", () => {
    const counts = keyed()
      .reduce((left, right) => ({ ...right, n: left.n + right.n }))
      .map(({ key, n }) => `${key}${n}`);
    expect(counts.executeAndCollect()).toEqual(["a3", "b5", "a4", "a7"]);
  });

  test("keeps the first element's other fields in sums and extremes, and the whole element in minBy and maxBy", () => {
    const last = (stream: DataStream<Scored>) => {
      const { n, name } = stream.executeAndCollect().at(-1) ?? {};
      return `${n} ${name}`;
    };
    expect(last(keyed().sum("n"))).toBe("7 first");
    expect(last(keyed().min("n"))).toBe("1 first");
    expect(last(keyed().max("n"))).toBe("3 first");
    expect(last(keyed().minBy("n"))).toBe("1 third");
    expect(last(keyed().maxBy("n"))).toBe("3 first");
  });

  test("has state and timers for each key", () => {
    const results = timedStream(newEnvironment(), ["x", 1], ["y", 2], ["x", 3])
      .keyBy((value) => value)
      .process(new Counter())
      .executeAndCollect();
    expect(results).toEqual(["x 2 at 100", "y 1 at 100"]);
  });

  test("lets map, filter and flatMap have state for each key", () => {
    class Numbering {
      seen: ValueState<number> | undefined;

      open(context: RuntimeContext): void {
        this.seen = context.getState(new ValueStateDescriptor<number>("seen"));
      }

      next(): number {
        const next = (this.seen?.value() ?? 0) + 1;
        this.seen?.update(next);
        return next;
      }

      map(value: string): string {
        return `${value}${this.next()}`;
      }

      filter(): boolean {
        return this.next() === 1;
      }

      flatMap(value: string, out: Collector<string>): void {
        for (let copy = this.next(); copy > 0; copy--) out.collect(value);
      }
    }
    const keyedWords = () =>
      newEnvironment()
        .fromData("x", "y", "x")
        .keyBy((value) => value);
    expect(keyedWords().map(new Numbering()).executeAndCollect()).toEqual(["x1", "y1", "x2"]);
    expect(keyedWords().filter(new Numbering()).executeAndCollect()).toEqual(["x", "y"]);
    expect(keyedWords().flatMap(new Numbering()).executeAndCollect()).toEqual(["x", "y", "x", "x"]);
  });

  test("copies a function for its instances, so that the given one stays as it was", () => {
    const given = new Counter();
    timedStream(newEnvironment(), ["x", 1])
      .keyBy((value) => value)
      .process(given)
      .executeAndCollect();
    expect(given.count).toBeUndefined();
  });

  test("puts elements together by their number", () => {
    const sums = (size: number, slide?: number) =>
      newEnvironment()
        .fromSequence(1, 5)
        .keyBy(() => "all")
        .countWindow(size, slide)
        .reduce((left, right) => left + right)
        .executeAndCollect();
    expect(sums(2)).toEqual([3, 7]);
    expect(sums(3, 1)).toEqual([1, 3, 6, 9, 12]);
  });
});

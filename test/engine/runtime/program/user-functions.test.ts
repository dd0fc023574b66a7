import { describe, expect, test } from "vitest";

import { AsyncDataStream } from "../../../../src/engine/api/async-data-stream.ts";
import type { DataStream } from "../../../../src/engine/api/data-stream.ts";
import { StreamExecutionEnvironment } from "../../../../src/engine/api/stream-execution-environment.ts";
import type { Collector } from "../../../../src/engine/operators/collector.ts";
import { twoPhaseCommit } from "../../../../src/engine/runtime/sink/two-phase-commit-sink-function.ts";

/** Counts in a field that no copy has. */
class Counting {
  #count = 0;

  processElement(_value: unknown, _context: unknown, out: Collector<number>): void {
    this.#count += 1;
    out.collect(this.#count);
  }
}

/** Says so in a method that no copy has. */
class Speaking {
  processElement(_value: unknown, _context: unknown, out: Collector<string>): void {
    out.collect(this.#word());
  }

  #word(): string {
    return "so";
  }
}

/** A program without types can give anything. */
const untyped = (given: unknown): never => given as never;

const numbers = (parallelism = 1): DataStream<number> =>
  StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(parallelism).fromData(1, 2);

/** Returns the messages of what is thrown and of its causes. */
function messagesOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (thrown) {
    const messages: string[] = [];
    for (let error = thrown; error instanceof Error; error = error.cause) messages.push(error.message);
    return messages;
  }
  return [];
}

const INSTEAD =
  "Counting is a class, not a function: give new Counting(), or () => new Counting() if it has #private";

describe("a class given as a function", () => {
  test.each<[string, (stream: DataStream<number>, given: never) => unknown]>([
    ["process", (stream, given) => stream.process(given)],
    ["keyBy().process", (stream, given) => stream.keyBy((n) => n).process(given)],
    ["connect().process", (stream, given) => stream.connect(stream).process(given)],
    ["addSink", (stream, given) => stream.addSink(given)],
    ["twoPhaseCommit", (_stream, given) => twoPhaseCommit(given)],
    ["unorderedWait", (stream, given) => AsyncDataStream.unorderedWait(stream, given, { timeout: 1 })],
  ])("is refused at once: %s", (_name, give) => {
    expect(messagesOf(() => give(numbers(), untyped(Counting)))).toEqual([expect.stringContaining(INSTEAD)]);
  });

  test("is named among the causes if it is found when it is called", () => {
    expect(messagesOf(() => numbers().map(untyped(Counting)).executeAndCollect())).toContainEqual(
      expect.stringContaining(INSTEAD),
    );
  });
});

describe("a function with private fields or methods", () => {
  const advice = expect.stringContaining("give what makes it, as in () => new MyFunction()");

  test.each([1, 2])(
    "cannot be copied, and the failure says what to give, at parallelism %i",
    (parallelism) => {
      for (const given of [new Counting(), new Speaking()]) {
        const run = () => numbers(parallelism).process<unknown>(given).executeAndCollect();
        expect(messagesOf(run)).toContainEqual(advice);
      }
    },
  );

  test("is made by a supplier", () => {
    expect(
      numbers()
        .process(() => new Counting())
        .executeAndCollect(),
    ).toEqual([1, 2]);
  });

  test("is not what other type errors come from", () => {
    const run = () =>
      numbers()
        .map(() => untyped(undefined)["missing"])
        .executeAndCollect();
    expect(messagesOf(run)).toEqual([
      "Job execution failed.",
      "Recovery is suppressed by NoRestartBackoffTimeStrategy",
      "Cannot read properties of undefined (reading 'missing')",
    ]);
  });
});

import { describe, expect, test } from "vitest";

import {
  createJobGraph,
  DataGeneratorSource,
  RateLimiterStrategy,
  requiredSlots,
  ScheduledSource,
  type Sink,
  StreamExecutionEnvironment,
  TumblingEventTimeWindows,
  TumblingProcessingTimeWindows,
  WatermarkStrategy,
} from "../../../src/engine/index.ts";
import { newEnvironment, timedStream } from "./streams.ts";

function failureOf(run: () => unknown): Error {
  try {
    run();
  } catch (failure) {
    if (failure instanceof Error) return failure;
  }
  throw new Error("nothing failed");
}

describe("a stream execution environment", () => {
  test("refuses to run nothing, in Flink's words", () => {
    expect(() => newEnvironment().execute()).toThrow(
      "No operators defined in streaming topology. Cannot execute.",
    );
    expect(() => newEnvironment().fromData()).toThrow("Collection must not be empty");
  });

  test("is empty after a run", () => {
    const env = newEnvironment();
    expect(env.fromData(1).executeAndCollect()).toEqual([1]);
    expect(() => env.execute()).toThrow("No operators defined");
    expect(env.fromData(2).executeAndCollect()).toEqual([2]);
  });

  test("throws what a function threw, after it has closed the operators", () => {
    const env = newEnvironment();
    const failure = new RangeError("no");
    let closed = 0;
    env
      .fromData(1)
      .process<number>({
        processElement: () => {
          throw failure;
        },
        close: () => {
          closed += 1;
        },
      })
      .addSink({ invoke: () => {} });
    const { message, cause } = failureOf(() => env.execute());
    expect([message, (cause as Error).message, (cause as Error).cause]).toEqual([
      "Job execution failed.",
      "Recovery is suppressed by NoRestartBackoffTimeStrategy",
      failure,
    ]);
    expect(closed).toBe(1);
  });

  test("takes virtual time only: the rate of a source, and the clock of windows", () => {
    const env = newEnvironment();
    const source = new DataGeneratorSource((index) => index, 10, RateLimiterStrategy.perSecond(2));
    const sums = env
      .fromSource(source, WatermarkStrategy.noWatermarks<number>(), "numbers")
      .windowAll(TumblingProcessingTimeWindows.of(2_000))
      .reduce((left, right) => left + right);
    expect(sums.executeAndCollect()).toEqual([6, 22]);
    expect(env.clock.now()).toBe(4_500);
  });

  test("stands still when its sources wait for ever", () => {
    const env = newEnvironment();
    env.getConfig().setAutoWatermarkInterval(0);
    const seen: string[] = [];
    const source = new ScheduledSource([[{ at: 5, value: "a", timestamp: 1 }]], "CONTINUOUS_UNBOUNDED");
    env
      .fromSource(source, WatermarkStrategy.noWatermarks<string>(), "endless")
      .addSink({ invoke: (value) => seen.push(value) });
    env.execute();
    expect(seen).toEqual(["a"]);
  });

  test("gives the same results in every run", () => {
    const run = () =>
      timedStream(newEnvironment(), ["a", 1], ["b", 12], ["a", 3], ["c", 30])
        .keyBy((value) => value)
        .window(TumblingEventTimeWindows.of(10))
        .reduce((left, right) => left + right)
        .executeAndCollect();
    expect(run()).toEqual(run());
  });

  test("names and chains operators as Flink does", () => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(2);
    env
      .fromSequence(1, 10)
      .map((value) => value + 1)
      .name("increment")
      .keyBy((value) => value % 2)
      .reduce((left, right) => left + right)
      .setParallelism(3)
      .addSink({ invoke: () => {} })
      .name("out")
      .setParallelism(3);
    const jobGraph = createJobGraph(env.getStreamGraph(), env.getConfig().getOperatorChaining());
    expect(jobGraph.vertices.map(({ name, parallelism }) => [name, parallelism])).toEqual([
      ["Source: Sequence Source -> increment", 2],
      ["Keyed Reduce -> out", 3],
    ]);
    expect(requiredSlots(jobGraph)).toBe(3);
  });

  test("gives on a cluster what it gives in one chain", () => {
    const run = (configure: (env: StreamExecutionEnvironment) => void) => {
      const env = newEnvironment();
      configure(env);
      return timedStream(env, ["a", 1], ["b", 12], ["a", 3], ["c", 30])
        .keyBy((value) => value)
        .window(TumblingEventTimeWindows.of(10))
        .reduce((left, right) => left + right)
        .executeAndCollect()
        .toSorted();
    };
    const local = run(() => {});
    expect(run((env) => env.setParallelism(3))).toEqual(local);
    expect(run((env) => env.enableCheckpointing(100))).toEqual(local);
    expect(run((env) => env.disableOperatorChaining().setParallelism(2))).toEqual(local);
  });

  test("commits what a sink wrote, whether there are checkpoints or not", () => {
    const run = (configure: (env: StreamExecutionEnvironment) => void) => {
      const env = newEnvironment();
      configure(env);
      const committed: number[] = [];
      const sink: Sink<number, never, number> = {
        createWriter: () => {
          let written: number[] = [];
          return {
            write: (element) => written.push(element),
            flush: () => {},
            prepareCommit: () => {
              const ready = written;
              written = [];
              return ready;
            },
          };
        },
        createCommitter: () => ({
          commit: (requests) => committed.push(...requests.map((request) => request.getCommittable())),
        }),
      };
      const end = env.fromSequence(1, 3).sinkTo(sink).name("numbers");
      const names = env.getStreamGraph().nodes.map(({ name }) => name);
      end.uid("numbers");
      env.execute();
      return [names, committed];
    };
    const expected = [
      ["Source: Sequence Source", "numbers: Writer", "numbers: Committer"],
      [1, 2, 3],
    ];
    expect(run(() => {})).toEqual(expected);
    expect(run((env) => env.enableCheckpointing(100))).toEqual(expected);
  });

  test("tries again after a failure, from the last checkpoint", () => {
    const env = newEnvironment().enableCheckpointing(100);
    env.setRestartStrategy({ type: "fixedDelay", attempts: 1, delay: 10 });
    const arrivals = [1, 2, 3].map((value) => ({ at: value * 1_000, value, timestamp: value }));
    let hasFailed = false;
    const sums = env
      .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks<number>(), "numbers")
      .keyBy(() => "all")
      .reduce((left, right) => {
        if (right !== 3 || hasFailed) return left + right;
        hasFailed = true;
        throw new Error("once");
      })
      .executeAndCollect();
    expect([hasFailed, sums.at(-1)]).toEqual([true, 6]);
  });
});

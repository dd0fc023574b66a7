import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { LONG_MAX } from "../../../src/engine/java/long.ts";
import type { KeyedProcessFunction } from "../../../src/engine/operators/functions.ts";
import {
  type Budget,
  BudgetExceededException,
  UNLIMITED,
} from "../../../src/engine/runtime/cluster/budget.ts";
import { DataGeneratorSource } from "../../../src/engine/runtime/source/data-generator-source.ts";
import { RateLimiterStrategy } from "../../../src/engine/runtime/source/rate-limiter-strategy.ts";
import { ListStateDescriptor } from "../../../src/engine/state/state-descriptor.ts";
import type { ListState } from "../../../src/engine/state/state.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";

type NumberFunction = KeyedProcessFunction<number, number, number>;

/** Numbers without end, 100 a second, each under its own key. */
function endless(userFunction: NumberFunction | (() => NumberFunction)): StreamExecutionEnvironment {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const source = new DataGeneratorSource((index) => index, LONG_MAX, RateLimiterStrategy.perSecond(100));
  env
    .fromSource(source, WatermarkStrategy.noWatermarks<number>(), "numbers")
    .keyBy((n) => n)
    .process(userFunction)
    .addSink({ invoke: () => {} });
  return env;
}

const pass: NumberFunction = { processElement: (value, _context, out) => out.collect(value) };

/** A timer that registers itself again at the same time: it never lets anything else happen. */
const timersWithoutEnd: NumberFunction = {
  processElement: (_value, context) => context.timerService().registerEventTimeTimer(LONG_MAX),
  onTimer: (_timestamp, context) => context.timerService().registerEventTimeTimer(LONG_MAX),
};

class Hoard implements NumberFunction {
  seen: ListState<number> | undefined;

  open(context: Parameters<NonNullable<NumberFunction["open"]>>[0]): void {
    this.seen = context.getListState(new ListStateDescriptor<number>("seen"));
  }

  processElement(value: number): void {
    this.seen?.add(value);
  }
}

function exceededBy(env: StreamExecutionEnvironment, budget: Partial<Budget>): BudgetExceededException {
  try {
    env.execute("runaway", { budget: { ...UNLIMITED, ...budget } });
  } catch (error) {
    if (error instanceof BudgetExceededException) return error;
    throw error;
  }
  throw new Error("the job has come to its end");
}

describe("the budget of a run", () => {
  test("ends a job that goes on for ever after so many steps", () => {
    const { limit, message } = exceededBy(endless(pass), { steps: 1000 });
    expect(limit).toBe("steps");
    expect(message).toBe(
      "The job has taken more than 1000 steps, the limit of this run. Does a timer register itself again for ever?",
    );
  });

  test("ends a timer that registers itself for ever within one step", () => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env
      .fromData(1)
      .keyBy((n) => n)
      .process(timersWithoutEnd)
      .addSink({ invoke: () => {} });
    expect(exceededBy(env, { steps: 500 }).limit).toBe("steps");
  });

  test("ends a job at a time of its clock, and names it", () => {
    const { limit, message } = exceededBy(endless(pass), { time: 60_000 });
    expect(limit).toBe("time");
    expect(message).toContain("more than 60000 ms of virtual time");
  });

  test("ends a job that hoards state", () => {
    const { limit, message } = exceededBy(
      endless(() => new Hoard()),
      { allocations: 300, steps: 1_000_000 },
    );
    expect(limit).toBe("allocations");
    expect(message).toContain("more than 300 state entries, timers and buffers");
  });

  test("is no matter of restarts: a job that has used it up is not tried again", () => {
    const env = endless(pass).enableCheckpointing(50);
    env.setRestartStrategy({ type: "fixedDelay", attempts: 100, delay: 1 });
    expect(exceededBy(env, { steps: 400 }).limit).toBe("steps");
  });

  test("lets a job pass that stays below it", () => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.fromData(1, 2, 3).addSink({ invoke: () => {} });
    const { steps } = env.execute("short", { budget: { steps: 100, time: 1000, allocations: 100 } });
    expect(steps).toBeLessThan(20);
  });
});

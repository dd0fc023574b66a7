import { describe, expect, test } from "vitest";

import { StreamExecutionEnvironment } from "../../../src/engine/api/stream-execution-environment.ts";
import { UNLIMITED } from "../../../src/engine/runtime/cluster/budget.ts";
import { DataGeneratorSource } from "../../../src/engine/runtime/source/data-generator-source.ts";
import { RateLimiterStrategy } from "../../../src/engine/runtime/source/rate-limiter-strategy.ts";
import { ScheduledSource } from "../../../src/engine/runtime/source/scheduled-source.ts";
import { WatermarkStrategy } from "../../../src/engine/time/watermark-strategy.ts";

const none = WatermarkStrategy.noWatermarks<number>();
/** As one chain of calls, and on a cluster. */
const ways = [{}, { budget: { ...UNLIMITED, steps: 1000 } }];

describe("a source whose elements come between two ms", () => {
  test.each(ways)("sends them at the next whole one", (options) => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    const seen: [number, number][] = [];
    env
      .fromSource(new ScheduledSource([[0.5, 2.5, 2.7, 4].map((at) => ({ at, value: at }))]), none, "numbers")
      .addSink({ invoke: (value, context) => seen.push([value, context.currentProcessingTime()]) });
    env.execute("job", options);
    expect(seen).toEqual([
      [0.5, 1],
      [2.5, 3],
      [2.7, 3],
      [4, 4],
    ]);
  });

  test.each(ways)("keeps to its rate: three a second", (options) => {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    const times: number[] = [];
    env
      .fromSource(new DataGeneratorSource((n) => n, 6, RateLimiterStrategy.perSecond(3)), none, "numbers")
      .addSink({ invoke: (_value, context) => times.push(context.currentProcessingTime()) });
    env.execute("job", options);
    expect(times).toEqual([0, 333, 666, 1000, 1333, 1666]);
  });
});

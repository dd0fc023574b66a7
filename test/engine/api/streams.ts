import {
  ScheduledSource,
  type SingleOutputStreamOperator,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "../../../src/engine/index.ts";

/** Returns an environment for one test. */
export function newEnvironment(): StreamExecutionEnvironment {
  return StreamExecutionEnvironment.getExecutionEnvironment();
}

/** Returns a stream of values that come at their timestamps (ms), with a watermark behind each of them. */
export function timedStream<T>(
  env: StreamExecutionEnvironment,
  ...elements: readonly (readonly [value: T, timestamp: number])[]
): SingleOutputStreamOperator<T> {
  const arrivals = elements.map(([value, timestamp], index) => ({ at: index * 1_000, value, timestamp }));
  const strategy = WatermarkStrategy.forMonotonousTimestamps<T>();
  return env.fromSource(new ScheduledSource([arrivals]), strategy, "timed");
}

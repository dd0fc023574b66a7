import type { DataStream } from "../../../../src/engine/api/data-stream.ts";
import { StreamExecutionEnvironment } from "../../../../src/engine/api/stream-execution-environment.ts";
import { type Arrival, ScheduledSource } from "../../../../src/engine/runtime/source/scheduled-source.ts";
import { WatermarkStrategy } from "../../../../src/engine/time/watermark-strategy.ts";

export interface Item {
  readonly key: string;
  readonly value: number;
  readonly time: number;
}

/** An environment that asks for watermarks every 50 ms. */
export function envWith(parallelism = 1): StreamExecutionEnvironment {
  const env = StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(parallelism);
  env.getConfig().setAutoWatermarkInterval(50);
  return env;
}

/** Each item comes at its own time. */
export function eventsAt(items: readonly Item[]): readonly Arrival<Item>[] {
  return items.map((item) => ({ at: item.time, value: item, timestamp: item.time }));
}

/** A source with these arrivals, dealt out to so many partitions. */
export function streamOf(
  env: StreamExecutionEnvironment,
  arrivals: readonly Arrival<Item>[],
  partitions = 1,
): DataStream<Item> {
  const lists = Array.from({ length: partitions }, (_, partition) =>
    arrivals.filter((_arrival, index) => index % partitions === partition),
  );
  return env.fromSource(
    new ScheduledSource(lists),
    WatermarkStrategy.forMonotonousTimestamps<Item>(),
    "items",
  );
}

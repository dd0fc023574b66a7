// expect: few-archived
// say.en: behind the source there is one watermark for all partitions, and the fastest makes it: the second region is four seconds behind and comes too late. In the source each partition has a watermark of its own.
// say.zh: 放到 source 之后，所有分区只有一个 watermark，由最快的分区说了算：第二个地区慢四秒，就总是迟到。放在 source 里，每个分区各有自己的 watermark。
// variant: per-split-watermarks
import {
  Duration,
  OutputTag,
  type ScheduledSource,
  type StreamExecutionEnvironment,
  TumblingEventTimeWindows,
  WatermarkStrategy,
} from "sluice/flink";

/* @locked */
export interface Order {
  readonly id: string;
  readonly product: string;
  readonly cents: number;
  /** When it was placed, ms. */
  readonly time: number;
}

/** What was sold of a product in a window, which ends at `end` (ms). */
export interface Row {
  readonly product: string;
  readonly end: number;
  readonly cents: number;
}

export interface Dashboard {
  /** Sets the row of a product and a window; one that comes again corrects it. */
  readonly put: (row: Row) => void;
  /** Keeps an order that is in no row, for the books of tomorrow. */
  readonly archive: (order: Order) => void;
}

/** The topic has three partitions, one for each region; the night shop has the third. */
export type Topic = ScheduledSource<Order>;

export function job(env: StreamExecutionEnvironment, topic: Topic, dashboard: Dashboard): void {
  /* @end */
  // FIX: every twentieth order goes to the archive, nearly all of them from the second region.
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Order>(
    Duration.ofSeconds(2),
  ).withTimestampAssigner(({ time }) => time);
  const late = new OutputTag<Order>("late");

  const rows = env
    .fromSource(topic, WatermarkStrategy.noWatermarks<Order>(), "orders")
    .assignTimestampsAndWatermarks(strategy)
    .keyBy(({ product }) => product)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
    .sideOutputLateData(late)
    .aggregate<number, number, Row>(
      {
        createAccumulator: () => 0,
        add: ({ cents }, sum) => sum + cents,
        getResult: (sum) => sum,
        merge: (one, other) => one + other,
      },
      {
        process: (product, context, [cents = 0], out) =>
          out.collect({ product, end: context.window().end, cents }),
      },
    )
    .name("sales");

  rows.addSink({ invoke: (row) => dashboard.put(row) }).name("dashboard");
  rows
    .getSideOutput(late)
    .addSink({ invoke: (order) => dashboard.archive(order) })
    .name("archive");
}

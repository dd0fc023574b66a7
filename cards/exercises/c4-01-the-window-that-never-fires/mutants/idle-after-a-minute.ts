// expect: rows-on-time
// say.en: the right switch, but for a whole minute everybody still waits for the silent partition. The timeout is part of the delay: as short as rows are due, longer than any usual gap.
// say.zh: 开关找对了，但整整一分钟里，大家还是在等那个没数据的分区。这个超时会算进延迟：要比出结果的期限短，又要比正常的间隔长。
// variant: idle-timeout
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
  // FIX: when the night shop closes, no row comes for more than a minute.
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Order>(Duration.ofSeconds(2))
    .withTimestampAssigner(({ time }) => time)
    .withIdleness(Duration.ofMinutes(1));
  const late = new OutputTag<Order>("late");

  const rows = env
    .fromSource(topic, strategy, "orders")
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

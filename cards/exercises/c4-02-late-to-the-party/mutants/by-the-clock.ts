// expect: all-accounted
// say.en: by the clock nothing can be late, but a click counts when it comes, not when it was made: rows have clicks of other windows.
// say.zh: 按处理时间开窗，谁也不会迟到；但点击算在到达的时刻，而不是发生的时刻：行里混进了别的窗口的点击。
import { type DataStream, Duration, TumblingProcessingTimeWindows, WatermarkStrategy } from "sluice/flink";

/* @locked */
export interface Click {
  readonly id: string;
  readonly page: string;
  /** When the user clicked, ms. */
  readonly time: number;
}

/** The clicks on a page in a window, which ends at `end` (ms). */
export interface Row {
  readonly page: string;
  readonly end: number;
  readonly clicks: number;
}

export interface Dashboard {
  /** Sets the row of a page and a window. The first one is what advertisers bid by; the next ones correct it. */
  readonly put: (row: Row) => void;
  /** Keeps a click that is in no row, for the correction of tomorrow. */
  readonly archive: (click: Click) => void;
}

export function job(clicks: DataStream<Click>, dashboard: Dashboard): void {
  /* @end */
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Click>(Duration.ofSeconds(1));

  const rows = clicks
    .assignTimestampsAndWatermarks(strategy.withTimestampAssigner(({ time }) => time))
    .keyBy(({ page }) => page)
    .window(TumblingProcessingTimeWindows.of(Duration.ofSeconds(10)))
    .aggregate<number, number, Row>(
      {
        createAccumulator: () => 0,
        add: (_click, count) => count + 1,
        getResult: (count) => count,
        merge: (one, other) => one + other,
      },
      {
        process: (page, context, [count = 0], out) =>
          out.collect({ page, end: context.window().end, clicks: count }),
      },
    )
    .name("count");

  rows.addSink({ invoke: (row) => dashboard.put(row) }).name("dashboard");
}

import { type DataStream, Duration, TumblingEventTimeWindows, WatermarkStrategy } from "sluice/flink";

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
  // FIX: the first rows have too few clicks.
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Click>(Duration.ofSeconds(1));

  const rows = clicks
    .assignTimestampsAndWatermarks(strategy.withTimestampAssigner(({ time }) => time))
    .keyBy(({ page }) => page)
    // FIX: some clicks are in no row, and the archive is empty.
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
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

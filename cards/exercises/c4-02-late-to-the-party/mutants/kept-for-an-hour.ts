// expect: few-windows
// say.en: the rows are right, but every window is kept for an hour after it has fired. Allowed lateness is paid in state: cover what is frequent, and archive the rest.
// say.zh: 结果是对的，但每个窗口触发之后还要保留一小时。允许迟到的代价是状态：覆盖常见的迟到，其余的进归档。
// variant: window-state
import {
  type DataStream,
  Duration,
  OutputTag,
  TumblingEventTimeWindows,
  WatermarkStrategy,
} from "sluice/flink";

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
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Click>(Duration.ofSeconds(4));
  const late = new OutputTag<Click>("late");

  const rows = clicks
    .assignTimestampsAndWatermarks(strategy.withTimestampAssigner(({ time }) => time))
    .keyBy(({ page }) => page)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
    // FIX: windows are kept that hardly anybody comes to any more, and the state grows all day.
    .allowedLateness(Duration.ofHours(1))
    .sideOutputLateData(late)
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
  rows
    .getSideOutput(late)
    .addSink({ invoke: (click) => dashboard.archive(click) })
    .name("archive");
}

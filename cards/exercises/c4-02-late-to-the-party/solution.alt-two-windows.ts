// trade-off.en: two windows over the same clicks, a quick one and a patient one. Every row is put twice, no more and no less, and the patient one could do other things than correct; it takes twice the state.
// trade-off.zh: 同一份点击开两套窗口，一套求快，一套求全。每行恰好写两次，求全的那一套还可以另作他用；代价是两倍的状态。
import {
  type DataStream,
  Duration,
  OutputTag,
  type SingleOutputStreamOperator,
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
  const late = new OutputTag<Click>("late");
  const patient = rowsAfter(clicks, Duration.ofSeconds(15), late).name("patient");

  rowsAfter(clicks, Duration.ofSeconds(4))
    .name("quick")
    .addSink({ invoke: (row) => dashboard.put(row) })
    .name("dashboard");
  patient.addSink({ invoke: (row) => dashboard.put(row) }).name("corrections");
  patient
    .getSideOutput(late)
    .addSink({ invoke: (click) => dashboard.archive(click) })
    .name("archive");
}

/** Counts the clicks on each page in windows that wait for the slow ones so many ms. */
function rowsAfter(
  clicks: DataStream<Click>,
  bound: number,
  late = new OutputTag<Click>("late for the quick"),
): SingleOutputStreamOperator<Row> {
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Click>(bound);
  return clicks
    .assignTimestampsAndWatermarks(strategy.withTimestampAssigner(({ time }) => time))
    .keyBy(({ page }) => page)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
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
    );
}

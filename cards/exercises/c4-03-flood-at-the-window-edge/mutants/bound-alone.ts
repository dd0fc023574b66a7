// expect: no-flood
// say.en: rows come half a minute after their window instead of a minute and a half, and in the same floods: the bound says how far the watermark stays behind, not in which steps it goes. It still goes every 30 seconds, over three windows at a time.
// say.zh: 行不再晚一分半，只晚半分钟，洪峰却还一样：乱序容忍决定 watermark 落后多少，不决定它一步走多远。它仍然每 30 秒才走一步，一步越过三个窗口。
// variant: watermark-interval
import {
  Duration,
  OutputTag,
  type ScheduledSource,
  type StreamExecutionEnvironment,
  TumblingEventTimeWindows,
  WatermarkStrategy,
} from "sluice/flink";

/* @locked */
export interface Reading {
  readonly meter: string;
  readonly wattHours: number;
  /** When it was taken, ms. */
  readonly time: number;
}

/** What a meter has measured in a window, which ends at `end` (ms). */
export interface Row {
  readonly meter: string;
  readonly end: number;
  readonly wattHours: number;
}

/** Writes ten rows a second. */
export interface Database {
  /** Sets the row of a meter and a window. */
  readonly write: (row: Row) => void;
  /** Puts a reading aside that is in no row; at night all of them are merged in one go. */
  readonly putAside: (reading: Reading) => void;
}

/** The topic has two partitions, one for each gateway; a gateway without a line keeps its readings and sends them later. */
export type Topic = ScheduledSource<Reading>;

export function job(env: StreamExecutionEnvironment, topic: Topic, database: Database): void {
  /* @end */
  // FIX: rows come in floods; in between, the database has nothing to do.
  env.getConfig().setAutoWatermarkInterval(Duration.ofSeconds(30));

  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Reading>(Duration.ofSeconds(2))
    .withTimestampAssigner(({ time }) => time)
    .withIdleness(Duration.ofSeconds(3));
  const late = new OutputTag<Reading>("late");

  const rows = env
    .fromSource(topic, strategy, "readings")
    .keyBy(({ meter }) => meter)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
    .sideOutputLateData(late)
    .sum("wattHours")
    .name("usage");

  rows.addSink({ invoke: (reading) => database.write(rowOf(reading)) }).name("database");
  rows
    .getSideOutput(late)
    .addSink({ invoke: (reading) => database.putAside(reading) })
    .name("aside");
}

/** Returns the row of the window to which a reading belongs. */
function rowOf({ meter, wattHours, time }: Reading): Row {
  return { meter, end: (Math.floor(time / 10_000) + 1) * 10_000, wattHours };
}

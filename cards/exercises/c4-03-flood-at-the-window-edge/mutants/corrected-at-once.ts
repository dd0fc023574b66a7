// expect: no-flood
// say.en: with allowed lateness each late reading fires its window again. A gateway that is back brings twenty at once, and each makes a row: the flood has only changed its name. Put them aside and merge them when there is time.
// say.zh: 允许迟到时，每条迟到的读数都会让窗口再触发一次。网关恢复时一次带来二十条，就是二十行：洪峰只是换了个名字。先放到一边，有空时再合并。
// variant: late-data
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
  env.getConfig().setAutoWatermarkInterval(Duration.ofMillis(200));

  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Reading>(Duration.ofSeconds(2))
    .withTimestampAssigner(({ time }) => time)
    .withIdleness(Duration.ofSeconds(3));
  const late = new OutputTag<Reading>("late");

  const rows = env
    .fromSource(topic, strategy, "readings")
    .keyBy(({ meter }) => meter)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
    // FIX: when a gateway is back after 25 seconds, the database gets a flood of corrections.
    .allowedLateness(Duration.ofSeconds(60))
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

// expect: all-accounted
// say.en: with the large bound, readings of an offline gateway were still in time. Now they are late, and nobody catches them: the window drops them.
// say.zh: 乱序容忍很大的时候，断线网关的读数还赶得上。现在它们迟到了，又没有人接住，窗口就把它们丢掉。
// variant: late-data
import {
  Duration,
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

  // FIX: readings of a gateway that was offline are in no row.
  const rows = env
    .fromSource(topic, strategy, "readings")
    .keyBy(({ meter }) => meter)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
    .sum("wattHours")
    .name("usage");

  rows.addSink({ invoke: (reading) => database.write(rowOf(reading)) }).name("database");
}

/** Returns the row of the window to which a reading belongs. */
function rowOf({ meter, wattHours, time }: Reading): Row {
  return { meter, end: (Math.floor(time / 10_000) + 1) * 10_000, wattHours };
}

// expect: no-flood
// say.en: four writers get through the flood faster, but the database still gets all rows at once, and a minute and a half late. Don't widen the drain: stop the flood where it is made.
// say.zh: 四个写入者排得快些，可数据库还是一下子收到所有的行，而且晚了一分半。别去加宽下水道，要在源头止住洪峰。
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
  // FIX: rows come in floods; in between, the database has nothing to do.
  env.getConfig().setAutoWatermarkInterval(Duration.ofSeconds(30));

  // FIX: rows come more than a minute after their window.
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Reading>(
    Duration.ofSeconds(60),
  ).withTimestampAssigner(({ time }) => time);

  const rows = env
    .fromSource(topic, strategy, "readings")
    .keyBy(({ meter }) => meter)
    .window(TumblingEventTimeWindows.of(Duration.ofSeconds(10)))
    .sum("wattHours")
    .name("usage");

  rows
    .addSink({ invoke: (reading) => database.write(rowOf(reading)) })
    .setParallelism(4)
    .name("database");
}

/** Returns the row of the window to which a reading belongs. */
function rowOf({ meter, wattHours, time }: Reading): Row {
  return { meter, end: (Math.floor(time / 10_000) + 1) * 10_000, wattHours };
}

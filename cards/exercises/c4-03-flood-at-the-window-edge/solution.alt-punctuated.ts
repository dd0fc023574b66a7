// trade-off.en: a watermark with each reading: no interval decides how far it jumps. At ten thousand readings a second that is ten thousand watermarks through every channel, so it is for slow streams; idleness still needs the interval.
// trade-off.zh: 每条读数都带出一个 watermark，一步走多远与周期无关。每秒一万条读数，就是每秒一万个 watermark 走遍所有通道，所以只适合慢流；空闲检测仍然要靠周期。
import {
  Duration,
  OutputTag,
  type ScheduledSource,
  type StreamExecutionEnvironment,
  TumblingEventTimeWindows,
  type WatermarkGenerator,
  type WatermarkOutput,
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

  const strategy = WatermarkStrategy.forGenerator<Reading>(() => new WatermarkAReading())
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

/** Sends a watermark with each reading, two seconds behind the newest one. */
class WatermarkAReading implements WatermarkGenerator<Reading> {
  newest = 0;

  onEvent(_reading: Reading, timestamp: number, output: WatermarkOutput): void {
    this.newest = Math.max(this.newest, timestamp);
    output.emitWatermark(this.newest - Duration.ofSeconds(2) - 1);
  }

  onPeriodicEmit(): void {}
}

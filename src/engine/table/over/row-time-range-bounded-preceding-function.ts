import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import { Timers } from "../timers.ts";
import type { BoundedOverOptions } from "./over-options.ts";
import { RangeFrame } from "./range-frame.ts";

/**
 * Adds to each row the aggregates of the rows up to `preceding` ms before its time (Flink's class of
 * the same name). Rows wait for the watermark; rows of equal times are peers and have the
 * same result. A row that is not newer than the last one sent for its key is late and dropped.
 */
export class RowTimeRangeBoundedPrecedingFunction implements ChangelogOperator {
  readonly #options: BoundedOverOptions;
  readonly #context: OperatorContext;
  readonly #timers = new Timers((key, timestamp) => this.#onTimer(key, timestamp));
  readonly #frames = new Map<string, RangeFrame>();
  /** By key, the time of the rows that were sent last; 0 without one, so rows of 0 and below are late. */
  readonly #lastTriggeringTimes = new Map<string, number>();

  constructor(options: BoundedOverOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const { handler, keyIndices, preceding, timeIndex } = this.#options;
    const key = keyOf(project(row, keyIndices));
    const time = timeAt(row, timeIndex);
    if (time <= (this.#lastTriggeringTimes.get(key) ?? 0)) return;
    const frame = this.#frames.get(key) ?? new RangeFrame(handler, preceding);
    this.#frames.set(key, frame);
    frame.rows.add(time, row);
    this.#timers.register(key, time);
    const cleanupTime = frame.nextCleanupTime(time);
    if (cleanupTime !== undefined) this.#timers.register(key, cleanupTime);
  }

  processWatermark(timestamp: number): void {
    this.#timers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #onTimer(key: string, timestamp: number): void {
    const frame = this.#frames.get(key);
    if (frame?.cleanupTime !== undefined && frame.cleanupTime <= timestamp) {
      this.#frames.delete(key);
      this.#lastTriggeringTimes.delete(key);
      return;
    }
    for (const row of frame?.moveTo(timestamp) ?? []) this.#context.output.collect("+I", row);
    this.#lastTriggeringTimes.set(key, timestamp);
  }
}

import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import { Timers } from "../timers.ts";
import type { BoundedOverOptions } from "./over-options.ts";
import { RowsByTime } from "./rows-by-time.ts";
import { RowsFrame } from "./rows-frame.ts";

interface KeyedRows {
  readonly waiting: RowsByTime;
  readonly frame: RowsFrame;
  /** The time of the rows that were sent last. 0 at first, so rows of 0 and below are late from the beginning. */
  lastTriggeringTime: number;
}

/**
 * Adds to each row the aggregates of it and the rows before it in time (Flink's class of
 * the same name). Rows wait for the watermark; of equal times they count in order of arrival.
 * A row that is not newer than the last one sent for its key is late and dropped.
 */
export class RowTimeRowsBoundedPrecedingFunction implements ChangelogOperator {
  readonly #options: BoundedOverOptions;
  readonly #context: OperatorContext;
  readonly #timers = new Timers((key, timestamp) => this.#send(key, timestamp));
  readonly #keys = new Map<string, KeyedRows>();

  constructor(options: BoundedOverOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const { handler, keyIndices, preceding, timeIndex } = this.#options;
    const key = keyOf(project(row, keyIndices));
    const state = this.#keys.get(key) ?? {
      waiting: new RowsByTime(),
      frame: new RowsFrame(handler, preceding),
      lastTriggeringTime: 0,
    };
    this.#keys.set(key, state);
    const time = timeAt(row, timeIndex);
    if (time <= state.lastTriggeringTime) return;
    state.waiting.add(time, row);
    this.#timers.register(key, time);
  }

  processWatermark(timestamp: number): void {
    this.#timers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #send(key: string, timestamp: number): void {
    const state = this.#keys.get(key);
    if (state === undefined) return;
    for (const row of state.waiting.take(timestamp)) {
      this.#context.output.collect("+I", state.frame.moveTo(row));
    }
    state.lastTriggeringTime = timestamp;
  }
}

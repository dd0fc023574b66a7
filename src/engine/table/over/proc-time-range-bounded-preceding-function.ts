import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, type Row, type RowKind } from "../row.ts";
import { ProcessingTimers } from "../timers.ts";
import type { BoundedOverOptions } from "./over-options.ts";
import { RangeFrame } from "./range-frame.ts";

/**
 * Adds to each row the aggregates of the rows that came up to `preceding` ms before it (Flink's class of
 * the same name). The rows of one ms are peers, so they are sent 1 ms later.
 */
export class ProcTimeRangeBoundedPrecedingFunction implements ChangelogOperator {
  readonly #options: BoundedOverOptions;
  readonly #context: OperatorContext;
  readonly #timers: ProcessingTimers;
  readonly #frames = new Map<string, RangeFrame>();

  constructor(options: BoundedOverOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#timers = new ProcessingTimers(context.clock, (key, timestamp) => this.#onTimer(key, timestamp));
  }

  processElement(_kind: RowKind, row: Row): void {
    const { handler, keyIndices, preceding } = this.#options;
    const key = keyOf(project(row, keyIndices));
    const frame = this.#frames.get(key) ?? new RangeFrame(handler, preceding);
    this.#frames.set(key, frame);
    const now = this.#context.clock.getCurrentProcessingTime();
    frame.rows.add(now, row);
    this.#timers.register(key, now + 1);
    const cleanupTime = frame.nextCleanupTime(now);
    if (cleanupTime !== undefined) this.#timers.register(key, cleanupTime);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #onTimer(key: string, timestamp: number): void {
    const frame = this.#frames.get(key);
    if (frame?.cleanupTime !== undefined && frame.cleanupTime <= timestamp) {
      this.#frames.delete(key);
      return;
    }
    for (const row of frame?.moveTo(timestamp - 1) ?? []) this.#context.output.collect("+I", row);
  }
}

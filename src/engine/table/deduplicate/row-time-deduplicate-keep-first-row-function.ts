import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import { Timers } from "../timers.ts";
import type { DeduplicateOptions } from "./deduplicate-options.ts";

/**
 * Keeps the row of each key with the least time; append-only, since 2.1 (Flink's
 * `RowTimeDeduplicateKeepFirstRowFunction`, FLINK-37005). The row waits for the watermark of its time; of equal times
 * the earlier arrival stays. A row below the watermark is late, and a key that has been sent takes no other row.
 */
export class RowTimeDeduplicateKeepFirstRowFunction implements ChangelogOperator {
  readonly #options: DeduplicateOptions;
  readonly #context: OperatorContext;
  readonly #timers = new Timers((key) => this.#send(key));
  readonly #waitingRows = new Map<string, Row>();
  readonly #sentKeys = new Set<string>();

  constructor(options: DeduplicateOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const time = timeAt(row, this.#options.timeIndex);
    const key = keyOf(project(row, this.#options.keyIndices));
    if (time < this.#timers.progress || this.#sentKeys.has(key)) return;
    const waiting = this.#waitingRows.get(key);
    if (waiting !== undefined) {
      const waitingTime = timeAt(waiting, this.#options.timeIndex);
      if (time >= waitingTime) return;
      this.#timers.delete(key, waitingTime);
    }
    this.#timers.register(key, time);
    this.#waitingRows.set(key, row);
  }

  processWatermark(timestamp: number): void {
    this.#timers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #send(key: string): void {
    const row = this.#waitingRows.get(key);
    if (row === undefined) return;
    this.#waitingRows.delete(key);
    this.#sentKeys.add(key);
    this.#context.output.collect("+I", row);
  }
}

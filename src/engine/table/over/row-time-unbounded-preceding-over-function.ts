import type { Accumulators } from "../aggregate/aggregate-handler.ts";
import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import { Timers } from "../timers.ts";
import type { OverOptions } from "./over-options.ts";
import { RowsByTime } from "./rows-by-time.ts";

/** An OVER aggregate without a lower bound: rows of equal times are peers for RANGE, not for ROWS. */
export interface UnboundedOverOptions extends OverOptions {
  readonly frameType: "rows" | "range";
}

interface KeyedRows {
  readonly waiting: RowsByTime;
  readonly accumulators: Accumulators;
}

/**
 * Adds to each row the aggregates of all rows up to it in time (Flink's `RowTimeUnboundedPrecedingOverFunctionV2`).
 * Rows wait for the watermark; one that is not newer than the watermark is late and dropped.
 */
export class RowTimeUnboundedPrecedingOverFunction implements ChangelogOperator {
  readonly #options: UnboundedOverOptions;
  readonly #context: OperatorContext;
  readonly #timers = new Timers((key, timestamp) => this.#send(key, timestamp));
  readonly #keys = new Map<string, KeyedRows>();

  constructor(options: UnboundedOverOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
  }

  processElement(_kind: RowKind, row: Row): void {
    const { handler, keyIndices, timeIndex } = this.#options;
    const time = timeAt(row, timeIndex);
    if (time <= this.#timers.progress) return;
    const key = keyOf(project(row, keyIndices));
    const state = this.#keys.get(key) ?? {
      waiting: new RowsByTime(),
      accumulators: handler.createAccumulators(),
    };
    this.#keys.set(key, state);
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
    const rows = state.waiting.take(timestamp);
    if (this.#options.frameType === "range") this.#sendPeers(rows, state.accumulators);
    else for (const row of rows) this.#sendPeers([row], state.accumulators);
  }

  #sendPeers(rows: readonly Row[], accumulators: Accumulators): void {
    const { handler } = this.#options;
    for (const row of rows) handler.apply(accumulators, "+I", row);
    const value = handler.getValue(accumulators);
    for (const row of rows) this.#context.output.collect("+I", [...row, ...value]);
  }
}

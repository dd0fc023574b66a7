import { LONG_MAX } from "../java/long.ts";
import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { inheritedMonotonicity } from "./monotonicity.ts";
import type { Row, RowKind } from "./row.ts";
import { passesUpdateKindOn, type Table } from "./table.ts";

/**
 * Marks the time for mini-batches behind a scan (Flink's `ProcTimeMiniBatchAssignerOperator`): every `latency` ms of
 * processing time it sends a watermark, which ends the bundles. Watermarks from below end with it, but the last one.
 */
export function miniBatchAssigner(input: Table, latency: number): Table {
  return {
    name: "MiniBatchAssigner",
    columns: input.columns,
    upsertKeys: input.upsertKeys,
    changes: input.changes,
    monotonicity: inheritedMonotonicity(input.monotonicity, input.columns.length),
    inputs: [input],
    source: undefined,
    inputUpdateKinds: passesUpdateKindOn([input]),
    createOperator: (context) => new MiniBatchAssignerOperator(latency, context),
  };
}

class MiniBatchAssignerOperator implements ChangelogOperator {
  readonly #latency: number;
  readonly #context: OperatorContext;
  #currentBatch = 0;

  constructor(latency: number, context: OperatorContext) {
    this.#latency = latency;
    this.#context = context;
    this.#registerTimer(context.clock.getCurrentProcessingTime() + latency);
  }

  processElement(kind: RowKind, row: Row): void {
    this.#markBatch();
    this.#context.output.collect(kind, row);
  }

  processWatermark(timestamp: number): void {
    if (timestamp === LONG_MAX) this.#context.output.emitWatermark(timestamp);
  }

  #registerTimer(timestamp: number): void {
    this.#context.clock.registerTimer(timestamp, () => {
      this.#markBatch();
      this.#registerTimer(this.#batchOf(this.#context.clock.getCurrentProcessingTime()) + this.#latency);
    });
  }

  #markBatch(): void {
    const batch = this.#batchOf(this.#context.clock.getCurrentProcessingTime());
    if (batch <= this.#currentBatch) return;
    this.#currentBatch = batch;
    this.#context.output.emitWatermark(batch);
  }

  #batchOf(time: number): number {
    return time - (time % this.#latency);
  }
}

import type { Accumulators, AggregateHandler } from "../aggregate/aggregate-handler.ts";
import type { Row, RowKind } from "../row.ts";
import type { SliceAssigner } from "./slice-assigner.ts";
import { WindowBuffer } from "./window-buffer.ts";
import { nextTriggerWatermark } from "./window-start.ts";

/** Called with the accumulators of a key and slice. */
export type SendSlice = (key: string, sliceEnd: number, accumulators: Accumulators) => void;

/**
 * The local phase of a window aggregate (Flink's `LocalSlicingWindowAggOperator`): it adds up each slice before the
 * shuffle and sends it when a watermark comes at which a window may fire. As in Flink its watermark begins at 0.
 */
export class LocalWindowAgg {
  readonly #handler: AggregateHandler;
  readonly #assigner: SliceAssigner;
  readonly #buffer: WindowBuffer<Accumulators>;
  #currentWatermark = 0;
  #nextTriggerWatermark = 0;

  constructor(handler: AggregateHandler, assigner: SliceAssigner, send: SendSlice) {
    this.#handler = handler;
    this.#assigner = assigner;
    this.#buffer = new WindowBuffer(() => handler.createAccumulators(), send);
  }

  add(key: string, time: number, kind: RowKind, row: Row): void {
    this.#handler.apply(this.#buffer.open(key, this.#assigner.assignSliceEnd(time)), kind, row);
  }

  advanceWatermark(timestamp: number): void {
    if (timestamp <= this.#currentWatermark) return;
    this.#currentWatermark = timestamp;
    if (timestamp < this.#nextTriggerWatermark) return;
    this.#buffer.advanceProgress(timestamp);
    this.#nextTriggerWatermark = nextTriggerWatermark(timestamp, this.#assigner.sliceSize);
  }
}

import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, rowOfKey, timeAt, type Row, type RowKind } from "../row.ts";
import { ProcessingTimers, Timers } from "../timers.ts";
import { LocalWindowAgg } from "./local-window-agg.ts";
import { sliceAssignerOf, type SliceAssigner } from "./slice-assigner.ts";
import { SlicingWindowProcessor } from "./slicing-window-processor.ts";
import type { WindowAggOptions } from "./window-agg-options.ts";
import type { AlignedWindowSpec } from "./window-spec.ts";

/**
 * GROUP BY a window of TUMBLE, HOP or CUMULATE (Flink's `WindowAggOperator` over slices). It sends one final row a
 * key and window when the watermark reaches the window's last ms; there is no allowed lateness.
 */
export class SlicingWindowAggOperator implements ChangelogOperator {
  readonly #options: WindowAggOptions;
  readonly #context: OperatorContext;
  readonly #assigner: SliceAssigner;
  readonly #processor: SlicingWindowProcessor;
  readonly #local: LocalWindowAgg;
  readonly #eventTimers = new Timers((key, timestamp) => this.#processor.fireWindow(key, timestamp + 1));
  readonly #processingTimers: ProcessingTimers;

  constructor(options: WindowAggOptions, spec: AlignedWindowSpec, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#assigner = sliceAssignerOf(spec);
    this.#processingTimers = new ProcessingTimers(context.clock, (key, timestamp) => {
      this.#processor.advanceProgress(timestamp);
      this.#processor.fireWindow(key, timestamp + 1);
    });
    const timers = options.time === "event" ? this.#eventTimers : this.#processingTimers;
    this.#processor = new SlicingWindowProcessor({
      handler: options.handler,
      assigner: this.#assigner,
      time: options.time,
      currentWatermark: () => this.#eventTimers.progress,
      registerTimer: (key, windowEnd) => timers.register(key, windowEnd - 1),
      collect: (key, windowEnd, accumulators) =>
        this.#collect(key, windowEnd, options.handler.getValue(accumulators)),
    });
    this.#local = new LocalWindowAgg(options.handler, this.#assigner, (key, sliceEnd, accumulators) =>
      this.#processor.add(key, sliceEnd, accumulators),
    );
  }

  processElement(kind: RowKind, row: Row): void {
    const { handler, keyIndices, phases } = this.#options;
    const key = keyOf(project(row, keyIndices));
    if (phases === "local-global") {
      this.#local.add(key, this.#timeOf(row), kind, row);
      return;
    }
    const accumulators = handler.createAccumulators();
    handler.apply(accumulators, kind, row);
    this.#processor.add(key, this.#assigner.assignSliceEnd(this.#timeOf(row)), accumulators);
  }

  processWatermark(timestamp: number): void {
    this.#local.advanceWatermark(timestamp);
    if (this.#options.time === "event") this.#processor.advanceProgress(timestamp);
    this.#eventTimers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #timeOf(row: Row): number {
    if (this.#options.time === "event") return timeAt(row, this.#options.timeIndex);
    return this.#context.clock.getCurrentProcessingTime();
  }

  #collect(key: string, windowEnd: number, value: Row): void {
    const start = this.#assigner.windowStart(windowEnd);
    this.#context.output.collect("+I", [...rowOfKey(key), start, windowEnd, ...value]);
  }
}

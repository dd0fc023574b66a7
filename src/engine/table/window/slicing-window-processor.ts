import { LONG_MIN } from "../../java/long.ts";
import type { Accumulators, AggregateHandler } from "../aggregate/aggregate-handler.ts";
import type { SliceAssigner } from "./slice-assigner.ts";
import { WindowBuffer } from "./window-buffer.ts";
import { isWindowFired, nextTriggerWatermark } from "./window-start.ts";

/** What a window processor is made of, and where it registers timers and sends results. */
export interface SlicingWindowContext {
  readonly handler: AggregateHandler;
  readonly assigner: SliceAssigner;
  /** In event time a window's timer is set when its slice is handed out, in processing time with each row. */
  readonly time: "event" | "processing";
  /** Returns the watermark up to which timers have fired, ms. */
  readonly currentWatermark: () => number;
  readonly registerTimer: (key: string, windowEnd: number) => void;
  readonly collect: (key: string, windowEnd: number, accumulators: Accumulators) => void;
}

/**
 * The slices of all keys (Flink's `AbstractSliceSyncStateWindowAggProcessor` with its two kinds): rows are counted
 * once, in their slice, and a window is put together of slices when it fires.
 */
export class SlicingWindowProcessor {
  readonly #handler: AggregateHandler;
  readonly #assigner: SliceAssigner;
  readonly #context: SlicingWindowContext;
  readonly #buffer: WindowBuffer<Accumulators>;
  readonly #slices = new Map<string, Map<number, Accumulators>>();
  #progress = LONG_MIN;
  #nextTriggerProgress = LONG_MIN;

  constructor(context: SlicingWindowContext) {
    this.#handler = context.handler;
    this.#assigner = context.assigner;
    this.#context = context;
    this.#buffer = new WindowBuffer<Accumulators>(
      () => context.handler.createAccumulators(),
      (key, sliceEnd, accumulators) => this.#combine(key, sliceEnd, accumulators),
    );
  }

  /**
   * Adds accumulators to a slice. If the slice has fired they count for the windows that have not, and are dropped
   * as late if there is none.
   */
  add(key: string, sliceEnd: number, accumulators: Accumulators): void {
    if (this.#context.time === "processing") this.#context.registerTimer(key, sliceEnd);
    if (this.#context.time === "processing" || !isWindowFired(sliceEnd, this.#progress)) {
      this.#handler.merge(this.#buffer.open(key, sliceEnd), accumulators);
      return;
    }
    if (isWindowFired(this.#assigner.lastWindowEnd(sliceEnd), this.#progress)) return;
    const target = this.#assigner.mergeTarget(sliceEnd) ?? sliceEnd;
    this.#handler.merge(this.#buffer.open(key, target), accumulators);
    this.#context.registerTimer(key, this.#firstUnfiredWindowEnd(sliceEnd));
  }

  /** Moves time on, ms: called before the timers of that time fire. */
  advanceProgress(progress: number): void {
    if (progress <= this.#progress) return;
    this.#progress = progress;
    if (progress < this.#nextTriggerProgress) return;
    this.#buffer.advanceProgress(progress);
    this.#nextTriggerProgress = nextTriggerWatermark(progress, this.#assigner.sliceSize);
  }

  /** Sends the result of a window if it has rows, sees to the next one and forgets what no window needs. */
  fireWindow(key: string, windowEnd: number): void {
    const slices = this.#slicesOf(key);
    const accumulators = this.#mergeSlices(slices, windowEnd);
    const content = accumulators.records === 0 ? "empty" : "rows";
    if (content === "rows") this.#context.collect(key, windowEnd, accumulators);
    const next = this.#assigner.nextWindowEnd(windowEnd, content);
    if (next !== undefined) this.#context.registerTimer(key, next);
    for (const sliceEnd of this.#assigner.expiredSlices(windowEnd)) slices.delete(sliceEnd);
    if (slices.size === 0) this.#slices.delete(key);
  }

  #mergeSlices(slices: Map<number, Accumulators>, windowEnd: number): Accumulators {
    const target = this.#assigner.mergeTarget(windowEnd);
    const kept = target === undefined ? undefined : slices.get(target);
    const accumulators = kept ?? this.#handler.createAccumulators();
    for (const sliceEnd of this.#assigner.slicesToMerge(windowEnd)) {
      const slice = slices.get(sliceEnd);
      if (slice !== undefined) this.#handler.merge(accumulators, slice);
    }
    if (target !== undefined) slices.set(target, accumulators);
    return accumulators;
  }

  #combine(key: string, sliceEnd: number, accumulators: Accumulators): void {
    const slices = this.#slicesOf(key);
    const slice = slices.get(sliceEnd) ?? this.#handler.createAccumulators();
    slices.set(sliceEnd, slice);
    this.#handler.merge(slice, accumulators);
    if (this.#context.time === "processing") return;
    if (!isWindowFired(sliceEnd, this.#context.currentWatermark()))
      this.#context.registerTimer(key, sliceEnd);
  }

  #firstUnfiredWindowEnd(sliceEnd: number): number {
    let windowEnd = sliceEnd;
    while (isWindowFired(windowEnd, this.#progress)) windowEnd += this.#assigner.sliceSize;
    return windowEnd;
  }

  #slicesOf(key: string): Map<number, Accumulators> {
    const slices = this.#slices.get(key) ?? new Map<number, Accumulators>();
    this.#slices.set(key, slices);
    return slices;
  }
}

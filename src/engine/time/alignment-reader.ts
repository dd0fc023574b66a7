import { LONG_MAX, LONG_MIN } from "../java/long.ts";

/** Samples that Flink keeps by default since 2.3 (`pipeline.watermark-alignment.buffer-size`). */
export const DEFAULT_WATERMARK_BUFFER_SIZE = 3;

/**
 * Keeps the last watermarks that were sampled (Flink's `WatermarkSampler`). With a capacity of 0 it keeps none, and
 * the newest watermark itself counts, as before 2.3.
 */
export class WatermarkSampler {
  readonly #samples: number[];
  #latest = LONG_MIN;

  constructor(capacity: number) {
    this.#samples = Array.from({ length: capacity }, () => LONG_MIN);
  }

  /** Takes the newest watermark, without sampling it. */
  addLatest(watermark: number): void {
    this.#latest = watermark;
  }

  /** Samples the newest watermark; the oldest sample goes. */
  sample(): void {
    this.#samples.push(this.#latest);
    this.#samples.shift();
  }

  /** The newest watermark; `LONG_MIN` before the first. */
  getLatest(): number {
    return this.#latest;
  }

  /** The oldest sample; `LONG_MIN` as long as there are fewer samples than the capacity. */
  getOldestSample(): number {
    return this.#samples[0] ?? this.#latest;
  }
}

/**
 * Tells a reader of a source whether it has to wait for slower ones (watermark alignment as in Flink's
 * `SourceOperator`).
 */
export class AlignmentReader {
  readonly #sampler: WatermarkSampler;
  #maxDesiredWatermark = LONG_MAX;
  #isWaiting = false;

  constructor(bufferSize: number) {
    this.#sampler = new WatermarkSampler(bufferSize);
  }

  /** Whether the reader takes no records for now. Watermarks that are due go out all the same. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Takes note of a watermark that the reader sends. */
  updateCurrentEffectiveWatermark(watermark: number): void {
    this.#sampler.addLatest(watermark);
    this.#checkWatermarkAlignment();
  }

  /** Takes an announcement of the coordinator; it counts at once. */
  updateMaxDesiredWatermark(watermark: number): void {
    this.#maxDesiredWatermark = watermark;
    this.#checkWatermarkAlignment();
  }

  /**
   * Samples the newest watermark and returns what to report to the coordinator; `null` before the first watermark.
   * Called once an interval.
   */
  sampleLatestWatermark(): number | null {
    this.#sampler.sample();
    this.#checkWatermarkAlignment();
    const latest = this.#sampler.getLatest();
    return latest === LONG_MIN ? null : latest;
  }

  #checkWatermarkAlignment(): void {
    this.#isWaiting = this.#maxDesiredWatermark < this.#sampler.getOldestSample();
  }
}

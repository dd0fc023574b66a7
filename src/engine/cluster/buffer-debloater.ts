/** How the buffers of a gate are sized (`taskmanager.network.memory.buffer-debloat.*`). */
export interface BufferDebloatOptions {
  /** Time in which all data in flight shall be consumed, ms; 1000 by default. */
  readonly target: number;
  /** Least change that is announced, in percent of the size announced last; 25 by default. */
  readonly thresholdPercentages: number;
  /** Samples that the moving average stands for; 20 by default. */
  readonly samples: number;
  /** Bounds of the size of a buffer, bytes. */
  readonly minBufferSize: number;
  readonly maxBufferSize: number;
  /** Size of a buffer before the first announcement, bytes: 1024 since 2.0, the greatest one before. */
  readonly startingBufferSize: number;
}

/** Flink's defaults since 2.0 (`TaskManagerOptions`). */
export const DEFAULT_BUFFER_DEBLOAT_OPTIONS: BufferDebloatOptions = {
  target: 1000,
  thresholdPercentages: 25,
  samples: 20,
  minBufferSize: 256,
  maxBufferSize: 32_768,
  startingBufferSize: 1024,
};

/**
 * Sizes the buffers of one input gate so that what is in flight is consumed within a target time (Flink's
 * `BufferDebloater` and `BufferSizeEMA` of 2.x).
 */
export class BufferDebloater {
  readonly #options: BufferDebloatOptions;
  readonly #alpha: number;
  #averageBufferSize: number;
  #lastBufferSize: number;
  #lastEstimatedTimeToConsumeBuffers = 0;

  constructor(options: BufferDebloatOptions) {
    this.#options = options;
    this.#alpha = 2 / (options.samples + 1);
    this.#averageBufferSize = options.startingBufferSize;
    this.#lastBufferSize = options.startingBufferSize;
  }

  /** The size that was announced last, bytes. */
  get lastBufferSize(): number {
    return this.#lastBufferSize;
  }

  /** How long the data in flight will take, ms, as of the last call of `recalculateBufferSize`. */
  get lastEstimatedTimeToConsumeBuffers(): number {
    return this.#lastEstimatedTimeToConsumeBuffers;
  }

  /**
   * Returns the size to announce to the senders, bytes, or `null` if it is too near to the one announced last.
   * Called once a period, with the throughput in bytes per second and the buffers that are in use.
   */
  recalculateBufferSize(throughput: number, buffersInUse: number): number | null {
    const buffers = Math.max(1, buffersInUse);
    const desiredTotal = Math.trunc((throughput * this.#options.target) / 1000);
    const size = this.#average(desiredTotal / buffers);
    this.#lastEstimatedTimeToConsumeBuffers = Math.trunc((size * buffers * 1000) / Math.max(1, throughput));
    if (this.#isTooNear(size)) return null;
    this.#lastBufferSize = size;
    return size;
  }

  /** The wish is bounded by twice the current size, so that buffers grow no faster than they shrink. */
  #average(desiredSize: number): number {
    const { minBufferSize, maxBufferSize } = this.#options;
    const step = Math.min(desiredSize, 2 * this.#averageBufferSize) - this.#averageBufferSize;
    const average = this.#averageBufferSize + this.#alpha * step;
    this.#averageBufferSize = Math.max(minBufferSize, Math.min(average, maxBufferSize));
    return Math.round(this.#averageBufferSize);
  }

  #isTooNear(size: number): boolean {
    const { minBufferSize, maxBufferSize, thresholdPercentages } = this.#options;
    if (size === this.#lastBufferSize) return true;
    if (size <= minBufferSize || size >= maxBufferSize) return false;
    const delta = Math.trunc(this.#lastBufferSize * (thresholdPercentages / 100));
    return Math.abs(size - this.#lastBufferSize) < delta;
  }
}

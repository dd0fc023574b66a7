/** What a watermark generator speaks to (Flink's `WatermarkOutput`). */
export interface WatermarkOutput {
  /** Says that no more elements with a timestamp (ms) at or below this one are expected. */
  readonly emitWatermark: (timestamp: number) => void;
  /** Says that nobody needs to wait for this stream. */
  readonly markIdle: () => void;
  readonly markActive: () => void;
}

/** Makes watermarks from the timestamps it sees (Flink's class of the same name). */
export interface WatermarkGenerator<T> {
  /** Is called with every element after it has been sent on. */
  readonly onEvent: (event: T, timestamp: number, output: WatermarkOutput) => void;
  /** Is called at regular times of the clock, by default every 200 ms. */
  readonly onPeriodicEmit: (output: WatermarkOutput) => void;
}

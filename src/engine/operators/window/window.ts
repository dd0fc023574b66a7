/** A finite part of a stream (Flink's `Window`). */
export interface Window {
  /** Returns the largest timestamp (ms) that belongs to the window, the one that its results carry. */
  readonly maxTimestamp: () => number;
}

/** How the readers of a source wait for slower ones (Flink's class of the same name). */
export interface WatermarkAlignmentParams {
  /** Sources of the same group wait for each other. */
  readonly watermarkGroup: string;
  /** How far a reader may be ahead of the slowest one of the group, ms. */
  readonly maxAllowedWatermarkDrift: number;
  /** Time between two reports of a reader, and between two announcements, ms. */
  readonly updateInterval: number;
}

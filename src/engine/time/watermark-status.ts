/** Whether a stream moves time on, or stands aside so that it holds nobody back (Flink's `WatermarkStatus`). */
export type WatermarkStatus = "active" | "idle";

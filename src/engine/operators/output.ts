import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { OutputTag } from "./output-tag.ts";

/** What an operator sends to (Flink's `Output`): the next operator of its chain, a channel, or a test. */
export interface Output<T> {
  /** Sends a record; `timestamp` is in ms, NO_TIMESTAMP if it has none. */
  readonly collect: (value: T, timestamp: number) => void;
  /** Sends a record to a side output. */
  readonly collectSide: <S>(tag: OutputTag<S>, value: S, timestamp: number) => void;
  /** Sends a watermark: no more records with a timestamp at or below it are expected. */
  readonly emitWatermark: (timestamp: number) => void;
  readonly emitWatermarkStatus: (status: WatermarkStatus) => void;
}

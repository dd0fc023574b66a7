/** A record with its timestamp in ms, NO_TIMESTAMP if it has none (Flink's `StreamRecord`). */
export interface StreamRecord<T> {
  readonly type: "record";
  readonly value: T;
  readonly timestamp: number;
}

/** A watermark on its way between records (Flink's `Watermark`). */
export interface Watermark {
  readonly type: "watermark";
  readonly timestamp: number;
}

/** What waits in the queue of an asynchronous operator, and is its state (Flink's `StreamElement`). */
export type StreamElement<T> = StreamRecord<T> | Watermark;

import { IndexedCombinedWatermarkStatus } from "../time/indexed-combined-watermark-status.ts";
import { NO_TIMESTAMP } from "../time/timestamp.ts";
import { StatusWatermarkValve } from "../time/valve.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { Json, JsonObject } from "./json.ts";

/** What a task puts out towards the next one (Flink's `RecordWriterOutput`). */
export class TaskEmission {
  #announcedStatus: WatermarkStatus = "active";
  #emitted: JsonObject[] = [];

  /** Returns what was put out since the last call. */
  drain(): readonly JsonObject[] {
    const emitted = this.#emitted;
    this.#emitted = [];
    return emitted;
  }

  /** Puts an event out: a barrier, a cancellation or the end of the data. */
  emitEvent(event: JsonObject): void {
    this.#emitted.push(event);
  }

  collect(value: Json, timestamp: number): void {
    this.#emitted.push(timestamp === NO_TIMESTAMP ? { v: value } : { v: value, ts: timestamp });
  }

  /** Puts a watermark out, unless the stream has been called idle. */
  emitWatermark(timestamp: number): void {
    if (this.#announcedStatus === "active") this.#emitted.push({ wm: timestamp });
  }

  /** Puts a status out, if it is a new one. */
  emitWatermarkStatus(status: WatermarkStatus): void {
    if (status === this.#announcedStatus) return;
    this.#announcedStatus = status;
    this.#emitted.push({ status });
  }
}

/**
 * Returns the valves of a task's inputs, one each. What they let through goes through an operator that forwards it: with
 * one input as it is, with two combined as in Flink's `AbstractStreamOperator`.
 */
export function createValves(
  inputs: number,
  channelsOfInput: number,
  emission: TaskEmission,
): readonly StatusWatermarkValve[] {
  if (inputs === 1) return [new StatusWatermarkValve(channelsOfInput, emission)];
  const combined = new IndexedCombinedWatermarkStatus(inputs);
  return Array.from({ length: inputs }, (_, input) => {
    const emitWatermark = (timestamp: number) => {
      if (combined.updateWatermark(input, timestamp)) emission.emitWatermark(combined.combinedWatermark);
    };
    const emitWatermarkStatus = (status: WatermarkStatus) => {
      const wasIdle = combined.isIdle;
      const hasMoved = combined.updateStatus(input, status);
      if (hasMoved) emission.emitWatermark(combined.combinedWatermark);
      if (combined.isIdle !== wasIdle) emission.emitWatermarkStatus(status);
    };
    return new StatusWatermarkValve(channelsOfInput, { emitWatermark, emitWatermarkStatus });
  });
}

import type { OutputTag } from "../operators/output-tag.ts";
import type { Output } from "../operators/output.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";

/** Something that an operator has sent. */
export type OutputEvent =
  | { readonly type: "record"; readonly value: unknown; readonly timestamp: number }
  | { readonly type: "side"; readonly tag: string; readonly value: unknown; readonly timestamp: number }
  | { readonly type: "watermark"; readonly timestamp: number }
  | { readonly type: "status"; readonly status: WatermarkStatus };

/** An output that keeps everything sent to it, until it is drained. */
export class TestOutput implements Output<unknown> {
  #main: OutputEvent[] = [];
  #side: Extract<OutputEvent, { type: "side" }>[] = [];

  collect(value: unknown, timestamp: number): void {
    this.#main.push({ type: "record", value, timestamp });
  }

  collectSide<S>(tag: OutputTag<S>, value: S, timestamp: number): void {
    this.#side.push({ type: "side", tag: tag.id, value, timestamp });
  }

  emitWatermark(timestamp: number): void {
    this.#main.push({ type: "watermark", timestamp });
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#main.push({ type: "status", status });
  }

  /** Returns what has been sent since the last call: the main output in order, then the side outputs by tag. */
  drain(): readonly OutputEvent[] {
    const drained = [...this.#main, ...this.#side.sort((a, b) => compareTags(a.tag, b.tag))];
    this.#main = [];
    this.#side = [];
    return drained;
  }
}

function compareTags(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

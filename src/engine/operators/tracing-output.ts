import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { Tracer } from "../trace/tracer.ts";
import type { OutputTag } from "./output-tag.ts";
import type { Output } from "./output.ts";

/** An output that tells a tracer of everything before it sends it on. */
export class TracingOutput<T> implements Output<T> {
  readonly #output: Output<T>;
  readonly #tracer: Tracer;

  constructor(output: Output<T>, tracer: Tracer) {
    this.#output = output;
    this.#tracer = tracer;
  }

  collect(value: T, timestamp: number): void {
    this.#tracer.record({ type: "element-out", value, timestamp });
    this.#output.collect(value, timestamp);
  }

  collectSide<S>(tag: OutputTag<S>, value: S, timestamp: number): void {
    this.#tracer.record({ type: "side-out", tag: tag.id, value, timestamp });
    this.#output.collectSide(tag, value, timestamp);
  }

  emitWatermark(timestamp: number): void {
    this.#tracer.record({ type: "watermark-out", timestamp });
    this.#output.emitWatermark(timestamp);
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#tracer.record({ type: "status", status });
    this.#output.emitWatermarkStatus(status);
  }
}

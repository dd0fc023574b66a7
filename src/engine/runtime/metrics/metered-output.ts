import type { OutputTag } from "../../operators/output-tag.ts";
import type { Output } from "../../operators/output.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { OperatorMeter } from "./operator-meter.ts";

/** Counts all records that an operator sends, those of side outputs too. */
export class MeteredOutput implements Output<unknown> {
  readonly #output: Output<unknown>;
  readonly #meter: OperatorMeter;

  constructor(output: Output<unknown>, meter: OperatorMeter) {
    this.#output = output;
    this.#meter = meter;
  }

  collect(value: unknown, timestamp: number): void {
    this.#meter.numRecordsOut += 1;
    this.#output.collect(value, timestamp);
  }

  collectSide<S>(tag: OutputTag<S>, value: S, timestamp: number): void {
    this.#meter.numRecordsOut += 1;
    this.#output.collectSide(tag, value, timestamp);
  }

  emitWatermark(timestamp: number): void {
    this.#output.emitWatermark(timestamp);
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#output.emitWatermarkStatus(status);
  }
}

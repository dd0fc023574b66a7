import type { Key } from "../../java/hash-code.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { InputPort } from "../task/input-port.ts";
import type { OperatorMeter } from "./operator-meter.ts";

/** Where the key of an element is found once it has been processed. */
interface KeyedBackend {
  readonly lastKey: Key | undefined;
}

/** Counts all that goes into an operator. */
export class MeteredPort implements InputPort {
  readonly #port: InputPort;
  readonly #meter: OperatorMeter;
  readonly #backend: KeyedBackend;

  constructor(port: InputPort, meter: OperatorMeter, backend: KeyedBackend) {
    this.#port = port;
    this.#meter = meter;
    this.#backend = backend;
  }

  /** A keyed operator sets the key before it does anything else. */
  processElement(value: unknown, timestamp: number): void {
    this.#meter.numRecordsIn += 1;
    this.#port.processElement(value, timestamp);
    const { lastKey } = this.#backend;
    if (lastKey !== undefined) this.#meter.countKey(lastKey);
  }

  processWatermark(timestamp: number): void {
    this.#meter.currentInputWatermark = timestamp;
    this.#port.processWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#port.processWatermarkStatus(status);
  }
}

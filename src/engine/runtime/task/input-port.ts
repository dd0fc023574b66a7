import type { OneInputStreamOperator, TwoInputStreamOperator } from "../../operators/stream-operator.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { CostModel } from "../program/runnable-transformation.ts";

/** One input of an operator: where elements go in. */
export type InputPort = Pick<
  OneInputStreamOperator<unknown>,
  "processElement" | "processWatermark" | "processWatermarkStatus"
>;

/** Returns the inputs of an operator that has two. */
export function portsOf(
  operator: TwoInputStreamOperator<unknown, unknown>,
): readonly [first: InputPort, second: InputPort] {
  return [
    {
      processElement: (value, timestamp) => operator.processElement1(value, timestamp),
      processWatermark: (timestamp) => operator.processWatermark1(timestamp),
      processWatermarkStatus: (status) => operator.processWatermarkStatus1(status),
    },
    {
      processElement: (value, timestamp) => operator.processElement2(value, timestamp),
      processWatermark: (timestamp) => operator.processWatermark2(timestamp),
      processWatermarkStatus: (status) => operator.processWatermarkStatus2(status),
    },
  ];
}

/** Lets the input of an operator take time: each element costs its task some work. */
export class CostlyPort implements InputPort {
  readonly #port: InputPort;
  readonly #cost: CostModel;
  readonly #charge: (micros: number) => void;

  constructor(port: InputPort, cost: CostModel, charge: (micros: number) => void) {
    this.#port = port;
    this.#cost = cost;
    this.#charge = charge;
  }

  processElement(value: unknown, timestamp: number): void {
    this.#charge(this.#cost(value));
    this.#port.processElement(value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#port.processWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#port.processWatermarkStatus(status);
  }
}

/** Tells a tracer of all that goes into an operator. */
export class TracedPort implements InputPort {
  readonly #port: InputPort;
  readonly #tracer: Tracer;
  readonly #input: number;

  /** `input` is the number of the input, from 0. */
  constructor(port: InputPort, tracer: Tracer, input: number) {
    this.#port = port;
    this.#tracer = tracer;
    this.#input = input;
  }

  processElement(value: unknown, timestamp: number): void {
    this.#tracer.record({ type: "element-in", input: this.#input, value, timestamp });
    this.#port.processElement(value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#tracer.record({ type: "watermark-in", input: this.#input, timestamp });
    this.#port.processWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#port.processWatermarkStatus(status);
  }
}

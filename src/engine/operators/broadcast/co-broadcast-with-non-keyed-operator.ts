import { LONG_MIN } from "../../java/long.ts";
import type { StateDescriptor } from "../../state/state-descriptor.ts";
import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TwoInputWatermarks } from "../co/two-input-watermarks.ts";
import { TimestampedCollector } from "../collector.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../stream-operator.ts";
import { broadcastContext, readOnlyContext, type ContextSource } from "./broadcast-contexts.ts";
import type {
  BroadcastContext,
  BroadcastProcessFunction,
  ReadOnlyContext,
} from "./broadcast-process-function.ts";
import { BroadcastStates } from "./broadcast-states.ts";

/** Runs a function of a stream without keys and of a broadcast one (Flink's class of the same name). */
export class CoBroadcastWithNonKeyedOperator<In1, In2, Out> implements TwoInputStreamOperator<In1, In2> {
  readonly #parameters: StreamOperatorParameters<Out>;
  readonly #function: BroadcastProcessFunction<In1, In2, Out>;
  readonly #collector: TimestampedCollector<Out>;
  readonly #watermarks: TwoInputWatermarks;
  readonly #readOnlyContext: ReadOnlyContext;
  readonly #broadcastContext: BroadcastContext;
  #timestamp = NO_TIMESTAMP;
  #currentWatermark = LONG_MIN;

  /** `descriptors` names the broadcast states that the function may use. */
  constructor(
    parameters: StreamOperatorParameters<Out>,
    processFunction: BroadcastProcessFunction<In1, In2, Out>,
    descriptors: readonly Pick<StateDescriptor, "name">[],
  ) {
    this.#parameters = parameters;
    this.#function = processFunction;
    this.#collector = new TimestampedCollector(parameters.output);
    this.#watermarks = new TwoInputWatermarks(parameters.output, (timestamp) =>
      this.#processWatermark(timestamp),
    );
    const source = this.#contextSource(descriptors);
    this.#readOnlyContext = readOnlyContext(source);
    this.#broadcastContext = broadcastContext(source);
  }

  open(): void {
    this.#function.open?.(this.#parameters.runtimeContext);
  }

  processElement1(value: In1, timestamp: number): void {
    this.#setTimestamp(timestamp);
    this.#function.processElement(value, this.#readOnlyContext, this.#collector);
  }

  processElement2(value: In2, timestamp: number): void {
    this.#setTimestamp(timestamp);
    this.#function.processBroadcastElement(value, this.#broadcastContext, this.#collector);
  }

  processWatermark1(timestamp: number): void {
    this.#watermarks.processWatermark(0, timestamp);
  }

  processWatermark2(timestamp: number): void {
    this.#watermarks.processWatermark(1, timestamp);
  }

  processWatermarkStatus1(status: WatermarkStatus): void {
    this.#watermarks.processWatermarkStatus(0, status);
  }

  processWatermarkStatus2(status: WatermarkStatus): void {
    this.#watermarks.processWatermarkStatus(1, status);
  }

  close(): void {
    this.#function.close?.();
  }

  #contextSource(descriptors: readonly Pick<StateDescriptor, "name">[]): ContextSource {
    const { output, operatorStateBackend, processingTimeService } = this.#parameters;
    return {
      output,
      states: new BroadcastStates(operatorStateBackend, descriptors),
      timestamp: () => this.#timestamp,
      currentProcessingTime: () => processingTimeService.getCurrentProcessingTime(),
      currentWatermark: () => this.#currentWatermark,
    };
  }

  #setTimestamp(timestamp: number): void {
    this.#timestamp = timestamp;
    this.#collector.setAbsoluteTimestamp(timestamp);
  }

  #processWatermark(timestamp: number): void {
    this.#parameters.output.emitWatermark(timestamp);
    this.#currentWatermark = timestamp;
  }
}

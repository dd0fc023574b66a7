import type { OperatorSubtaskState } from "../operators/operator-subtask-state.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../operators/stream-operator.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { TestEnvironment, TestEnvironmentSettings } from "./test-environment.ts";
import type { OutputEvent } from "./test-output.ts";
import { KeyedTwoInputStreamOperatorTestHarness } from "./two-input-harness.ts";

/** Runs one instance of an operator with a keyed and a broadcast input by hand (Flink's class of the same name). */
export class KeyedBroadcastOperatorTestHarness<In1, In2> {
  readonly #harness: KeyedTwoInputStreamOperatorTestHarness<In1, In2>;

  /** Makes the operator, restores it if the settings say so, and opens it. */
  constructor(
    makeOperator: (parameters: StreamOperatorParameters<unknown>) => TwoInputStreamOperator<In1, In2>,
    settings: TestEnvironmentSettings = {},
  ) {
    this.#harness = new KeyedTwoInputStreamOperatorTestHarness(makeOperator, settings);
  }

  get environment(): TestEnvironment {
    return this.#harness.environment;
  }

  processElement(value: In1, timestamp: number): void {
    this.#harness.processElement1(value, timestamp);
  }

  processBroadcastElement(value: In2, timestamp: number): void {
    this.#harness.processElement2(value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#harness.processWatermark1(timestamp);
  }

  processBroadcastWatermark(timestamp: number): void {
    this.#harness.processWatermark2(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#harness.processWatermarkStatus1(status);
  }

  processBroadcastWatermarkStatus(status: WatermarkStatus): void {
    this.#harness.processWatermarkStatus2(status);
  }

  /** Sets the clock to `timestamp` ms and fires what is due. */
  setProcessingTime(timestamp: number): void {
    this.#harness.setProcessingTime(timestamp);
  }

  /** Returns what has been put out since the last call: main output, then side outputs by tag. */
  drainOutput(): readonly OutputEvent[] {
    return this.#harness.drainOutput();
  }

  snapshot(): OperatorSubtaskState {
    return this.#harness.snapshot();
  }

  numEventTimeTimers(): number {
    return this.#harness.numEventTimeTimers();
  }

  numProcessingTimeTimers(): number {
    return this.#harness.numProcessingTimeTimers();
  }

  /** Ends the input and the operator. */
  close(): void {
    this.#harness.close();
  }
}

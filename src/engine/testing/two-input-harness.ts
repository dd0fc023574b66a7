import type { OperatorSubtaskState } from "../operators/operator-subtask-state.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { TwoInputStreamOperator } from "../operators/stream-operator.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import { TestEnvironment, type TestEnvironmentSettings } from "./test-environment.ts";
import type { OutputEvent } from "./test-output.ts";

/** Runs one instance of an operator with two inputs by hand (Flink's class of the same name). */
export class KeyedTwoInputStreamOperatorTestHarness<In1, In2> {
  readonly environment: TestEnvironment;
  readonly operator: TwoInputStreamOperator<In1, In2>;
  #checkpointId = 0;

  /** Makes the operator, restores it if the settings say so, and opens it. */
  constructor(
    makeOperator: (parameters: StreamOperatorParameters<unknown>) => TwoInputStreamOperator<In1, In2>,
    settings: TestEnvironmentSettings = {},
  ) {
    this.environment = new TestEnvironment(settings);
    this.operator = makeOperator(this.environment.parameters);
    this.environment.open(this.operator);
  }

  processElement1(value: In1, timestamp: number): void {
    this.operator.processElement1(value, timestamp);
  }

  processElement2(value: In2, timestamp: number): void {
    this.operator.processElement2(value, timestamp);
  }

  processWatermark1(timestamp: number): void {
    this.operator.processWatermark1(timestamp);
  }

  processWatermark2(timestamp: number): void {
    this.operator.processWatermark2(timestamp);
  }

  processWatermarkStatus1(status: WatermarkStatus): void {
    this.operator.processWatermarkStatus1(status);
  }

  processWatermarkStatus2(status: WatermarkStatus): void {
    this.operator.processWatermarkStatus2(status);
  }

  /** Sets the clock to `timestamp` ms and fires what is due. */
  setProcessingTime(timestamp: number): void {
    this.environment.clock.setCurrentTime(timestamp);
  }

  /** Returns what has been put out since the last call: main output, then side outputs by tag. */
  drainOutput(): readonly OutputEvent[] {
    return this.environment.output.drain();
  }

  snapshot(): OperatorSubtaskState {
    return this.environment.snapshot(this.operator, ++this.#checkpointId);
  }

  numEventTimeTimers(): number {
    return this.environment.timeServiceManager.numEventTimeTimers();
  }

  numProcessingTimeTimers(): number {
    return this.environment.timeServiceManager.numProcessingTimeTimers();
  }

  numKeyedStateEntries(): number {
    return this.environment.keyedStateBackend.numKeyValueStateEntries();
  }

  /** Ends the input and the operator. */
  close(): void {
    this.operator.finish?.();
    this.operator.close?.();
  }
}

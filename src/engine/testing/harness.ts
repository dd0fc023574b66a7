import type { OperatorSubtaskState } from "../operators/operator-subtask-state.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "../operators/stream-operator.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import { TestEnvironment, type TestEnvironmentSettings } from "./test-environment.ts";
import type { OutputEvent } from "./test-output.ts";

/** Runs one instance of an operator with one input by hand (Flink's class of the same name). */
export class OneInputStreamOperatorTestHarness<In> {
  readonly environment: TestEnvironment;
  readonly operator: OneInputStreamOperator<In>;
  #checkpointId = 0;

  /** Makes the operator, restores it if the settings say so, and opens it. */
  constructor(
    makeOperator: (parameters: StreamOperatorParameters<unknown>) => OneInputStreamOperator<In>,
    settings: TestEnvironmentSettings = {},
  ) {
    this.environment = new TestEnvironment(settings);
    this.operator = makeOperator(this.environment.parameters);
    this.environment.open(this.operator);
  }

  processElement(value: In, timestamp: number): void {
    this.environment.tracer?.record({ type: "element-in", input: 1, value, timestamp });
    this.operator.processElement(value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.environment.tracer?.record({ type: "watermark-in", input: 1, timestamp });
    this.operator.processWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.operator.processWatermarkStatus(status);
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

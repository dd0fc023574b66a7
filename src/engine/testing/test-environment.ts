import type { Key, KeyType } from "../java/hash-code.ts";
import { Counter } from "../operators/counter.ts";
import type { OperatorSubtaskState } from "../operators/operator-subtask-state.ts";
import { RuntimeContext } from "../operators/runtime-context.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import type { StreamOperator } from "../operators/stream-operator.ts";
import { InternalTimeServiceManager } from "../operators/timer/internal-time-service-manager.ts";
import { TracingOutput } from "../operators/tracing-output.ts";
import { KeyHashing } from "../state/key-hashing.ts";
import { KeyedStateBackend } from "../state/keyed-state-backend.ts";
import { OperatorStateBackend } from "../state/operator-state-backend.ts";
import { TestProcessingTimeService } from "../time/processing-time-service.ts";
import type { Tracer } from "../trace/tracer.ts";
import { TestOutput } from "./test-output.ts";

/** Which instance of an operator a test runs, and with what. */
export interface TestEnvironmentSettings {
  /** The number of key groups, 128 if nothing is said. */
  readonly maxParallelism?: number;
  readonly parallelism?: number;
  readonly subtaskIndex?: number;
  /** The Java type of the keys; by default that of the value. */
  readonly keyType?: KeyType | undefined;
  /** The processing time in ms at the start, 0 if nothing is said. */
  readonly processingTime?: number;
  /** Makes a tracer that hears what happens, given a clock in ms. */
  readonly tracer?: ((now: () => number) => Tracer) | undefined;
  /** What the instance is restored from. */
  readonly restored?: OperatorSubtaskState | undefined;
}

const DEFAULT_MAX_PARALLELISM = 128;

/** What a test puts around one instance of an operator: backends, timers, a clock, and an output to look at. */
export class TestEnvironment {
  readonly clock = new TestProcessingTimeService();
  readonly output = new TestOutput();
  readonly numLateRecordsDropped = new Counter();
  readonly keyedStateBackend: KeyedStateBackend<Key>;
  readonly operatorStateBackend: OperatorStateBackend;
  readonly timeServiceManager: InternalTimeServiceManager<Key>;
  readonly parameters: StreamOperatorParameters<unknown>;
  readonly #isRestored: boolean;
  /** Hears what happens, if the settings ask for it. */
  readonly tracer: Tracer | undefined;

  constructor(settings: TestEnvironmentSettings = {}) {
    const { restored, keyType, maxParallelism = DEFAULT_MAX_PARALLELISM } = settings;
    this.clock.setCurrentTime(settings.processingTime ?? 0);
    this.#isRestored = restored !== undefined;
    const now = () => this.clock.getCurrentProcessingTime();
    this.tracer = settings.tracer?.(now);
    const hashing = new KeyHashing(maxParallelism, keyType);
    this.keyedStateBackend = new KeyedStateBackend(hashing, now, restored?.keyed, this.tracer);
    this.operatorStateBackend = new OperatorStateBackend(restored?.operator);
    const taskInfo = {
      indexOfThisSubtask: settings.subtaskIndex ?? 0,
      numberOfParallelSubtasks: settings.parallelism ?? 1,
      maxNumberOfParallelSubtasks: maxParallelism,
    };
    const home = {
      backend: this.keyedStateBackend,
      processingTimeService: this.clock,
      tracer: this.tracer,
    };
    this.timeServiceManager = new InternalTimeServiceManager(home, restored?.timers);
    this.parameters = this.#parametersFor(taskInfo);
  }

  /** Takes an operator through the beginning of its life. */
  open(operator: StreamOperator): void {
    operator.initializeState?.({
      isRestored: () => this.#isRestored,
      getOperatorStateStore: () => this.operatorStateBackend,
    });
    operator.open?.();
  }

  /** Makes a snapshot of an operator. */
  snapshot(operator: StreamOperator, checkpointId: number): OperatorSubtaskState {
    operator.prepareSnapshotPreBarrier?.(checkpointId);
    operator.snapshotState?.({ getCheckpointId: () => checkpointId });
    return {
      keyed: this.keyedStateBackend.snapshot(),
      timers: this.timeServiceManager.snapshot(),
      operator: this.operatorStateBackend.snapshot(),
    };
  }

  #parametersFor(taskInfo: ReturnType<RuntimeContext["getTaskInfo"]>): StreamOperatorParameters<unknown> {
    return {
      output: this.tracer === undefined ? this.output : new TracingOutput(this.output, this.tracer),
      processingTimeService: this.clock,
      keyedStateBackend: this.keyedStateBackend,
      operatorStateBackend: this.operatorStateBackend,
      timeServiceManager: this.timeServiceManager,
      runtimeContext: new RuntimeContext(taskInfo, this.keyedStateBackend),
      numLateRecordsDropped: this.numLateRecordsDropped,
      tracer: this.tracer,
    };
  }
}

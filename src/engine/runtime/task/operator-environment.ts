import type { Key, KeyType } from "../../java/hash-code.ts";
import { Counter } from "../../operators/counter.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { Output } from "../../operators/output.ts";
import { RuntimeContext, type TaskInfo } from "../../operators/runtime-context.ts";
import { InternalTimeServiceManager } from "../../operators/timer/internal-time-service-manager.ts";
import { TracingOutput } from "../../operators/tracing-output.ts";
import { KeyHashing } from "../../state/key-hashing.ts";
import { KeyedStateBackend } from "../../state/keyed-state-backend.ts";
import { OperatorStateBackend } from "../../state/operator-state-backend.ts";
import type { ProcessingTimeService } from "../../time/processing-time-service.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { TaskOperatorParameters } from "../program/operator-factory.ts";

/** What the operators of a task share. */
export interface TaskServices {
  readonly processingTimeService: ProcessingTimeService;
  /** Puts a mail into the mailbox of the task. */
  readonly mail: (mail: () => void) => void;
  readonly wakeUp: () => void;
  readonly reportWatermark: (watermark: number) => void;
  readonly activityTime: () => number;
  readonly restoredCheckpointId: number | null;
  readonly finalCheckpoint: "awaited" | "none";
}

/** Which instance of which operator it is, and from what it is restored. */
export interface OperatorInstance {
  readonly taskInfo: TaskInfo;
  readonly keyType: KeyType | undefined;
  readonly restored: OperatorSubtaskState | null;
  readonly tracer: Tracer | null;
  /** Hears of timers even if nobody records the run. */
  readonly timerTracer: Tracer | null;
}

/** The backends, timers and counters around one instance of an operator. */
export class OperatorEnvironment {
  readonly keyedStateBackend: KeyedStateBackend<Key>;
  readonly operatorStateBackend: OperatorStateBackend;
  readonly timeServiceManager: InternalTimeServiceManager<Key>;
  readonly numLateRecordsDropped = new Counter();
  readonly #services: TaskServices;
  readonly #instance: OperatorInstance;

  constructor(services: TaskServices, instance: OperatorInstance) {
    const { processingTimeService } = services;
    const { taskInfo, keyType, restored } = instance;
    const tracer = instance.tracer ?? undefined;
    const now = () => processingTimeService.getCurrentProcessingTime();
    const hashing = new KeyHashing(taskInfo.maxNumberOfParallelSubtasks, keyType);
    this.#services = services;
    this.#instance = instance;
    this.keyedStateBackend = new KeyedStateBackend(hashing, now, restored?.keyed, tracer);
    this.operatorStateBackend = new OperatorStateBackend(restored?.operator);
    const timerTracer = inTurn(instance.tracer, instance.timerTracer);
    const home = { backend: this.keyedStateBackend, processingTimeService, tracer: timerTracer };
    this.timeServiceManager = new InternalTimeServiceManager(home, restored?.timers);
  }

  /** Returns what the operator is made with. */
  parametersFor(output: Output<unknown>): TaskOperatorParameters {
    const { processingTimeService, mail, ...services } = this.#services;
    const { taskInfo, tracer } = this.#instance;
    return {
      output: tracer === null ? output : new TracingOutput(output, tracer),
      processingTimeService,
      keyedStateBackend: this.keyedStateBackend,
      operatorStateBackend: this.operatorStateBackend,
      timeServiceManager: this.timeServiceManager,
      runtimeContext: new RuntimeContext(taskInfo, this.keyedStateBackend),
      numLateRecordsDropped: this.numLateRecordsDropped,
      tracer: tracer ?? undefined,
      mailboxExecutor: { execute: mail },
      ...services,
    };
  }

  /** Returns the entries of keyed state and the timers. */
  allocations(): number {
    const { keyedStateBackend, timeServiceManager } = this;
    const timers = timeServiceManager.numEventTimeTimers() + timeServiceManager.numProcessingTimeTimers();
    return keyedStateBackend.numKeyValueStateEntries() + timers;
  }

  /** Returns a copy of all state. */
  snapshot(): OperatorSubtaskState {
    return {
      keyed: this.keyedStateBackend.snapshot(),
      timers: this.timeServiceManager.snapshot(),
      operator: this.operatorStateBackend.snapshot(),
    };
  }
}

/** Returns a tracer that tells two others, as far as they are there. */
function inTurn(first: Tracer | null, second: Tracer | null): Tracer | undefined {
  if (first === null || second === null) return first ?? second ?? undefined;
  return {
    record: (event) => {
      first.record(event);
      second.record(event);
    },
  };
}

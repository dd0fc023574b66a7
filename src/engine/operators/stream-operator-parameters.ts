import type { Key } from "../java/hash-code.ts";
import type { KeyedStateBackend } from "../state/keyed-state-backend.ts";
import type { OperatorStateBackend } from "../state/operator-state-backend.ts";
import type { ProcessingTimeService } from "../time/processing-time-service.ts";
import type { Tracer } from "../trace/tracer.ts";
import type { Counter } from "./counter.ts";
import type { Output } from "./output.ts";
import type { RuntimeContext } from "./runtime-context.ts";
import type { InternalTimeServiceManager } from "./timer/internal-time-service-manager.ts";

/** What a task hands to an operator that it makes (Flink's class of the same name). The backends are restored. */
export interface StreamOperatorParameters<Out, K extends Key = Key> {
  readonly output: Output<Out>;
  readonly processingTimeService: ProcessingTimeService;
  readonly keyedStateBackend: KeyedStateBackend<K>;
  readonly operatorStateBackend: OperatorStateBackend;
  readonly timeServiceManager: InternalTimeServiceManager<K>;
  readonly runtimeContext: RuntimeContext<K>;
  /** Flink's metric `numLateRecordsDropped`. */
  readonly numLateRecordsDropped: Counter;
  /** Hears what the operator does, if the run is traced. */
  readonly tracer?: Tracer | undefined;
}

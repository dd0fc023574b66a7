import type { JobVertex } from "../../graph/job-graph.ts";
import type { StreamEdge, StreamNode } from "../../graph/stream-graph.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { TaskInfo } from "../../operators/runtime-context.ts";
import type { TracedSubtask } from "../../trace/trace-event.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { OperatorMeter } from "../metrics/operator-meter.ts";
import type { OperatorIdentity } from "./chained-operator.ts";
import type { OutgoingEdge } from "./outgoing-edge.ts";
import type { Handover } from "./record-writer-output.ts";
import type { CheckpointingMode } from "./task-checkpoints.ts";
import type { InputGates } from "./task-inputs.ts";
import type { InFlightState } from "./task-snapshot.ts";

/** What a subtask begins with: nothing, a snapshot, or the news that it had been over before the snapshot. */
export type TaskStart =
  | { readonly type: "new" }
  | {
      readonly type: "restored";
      readonly checkpointId: number;
      readonly operators: ReadonlyMap<string, OperatorSubtaskState>;
      readonly inFlight: InFlightState;
    }
  | { readonly type: "finished" };

/** An edge that leaves a subtask; it is opened when the subtask is. */
export interface PlannedEdge {
  readonly streamEdge: StreamEdge;
  readonly open: () => OutgoingEdge;
}

/** All that makes one subtask what it is (Flink's `TaskDeploymentDescriptor`). */
export interface TaskPlan {
  /** Its number among all subtasks of the job, from 0. */
  readonly index: number;
  readonly vertex: JobVertex;
  readonly subtaskIndex: number;
  /** Returns the gates in front of it. */
  readonly gates: () => readonly InputGates[];
  readonly numChannels: number;
  readonly edges: readonly PlannedEdge[];
  readonly start: TaskStart;
  /** How often the subtask has been deployed, this time included. */
  readonly attempt: number;
  /** Returns who sends to it, by channel. */
  readonly producers: () => readonly TracedSubtask[];
  readonly identityOf: (node: StreamNode) => OperatorIdentity;
  readonly taskInfoOf: (node: StreamNode) => TaskInfo;
  readonly tracerOf: (operator: string) => Tracer | null;
  /** Hears of timers even if nobody records the run. */
  readonly timerTracer: Tracer | null;
  /** Returns what counts the records of an operator; `null` if nobody measures the run. */
  readonly meterOf: (identity: OperatorIdentity) => OperatorMeter | null;
  readonly mode: CheckpointingMode;
  readonly handover: Handover;
  /** Elements that are taken at once, if they are there: more than one where nobody looks at single steps. */
  readonly elementsPerStep: number;
  readonly chooseChannel: (count: number) => number;
}

import type { JobVertex } from "../../graph/job-graph.ts";
import type { StreamEdge, StreamNode } from "../../graph/stream-graph.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { TaskInfo } from "../../operators/runtime-context.ts";
import type { Tracer } from "../../trace/tracer.ts";
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
  readonly identityOf: (node: StreamNode) => OperatorIdentity;
  readonly taskInfoOf: (node: StreamNode) => TaskInfo;
  readonly tracerOf: (operator: string) => Tracer | null;
  /** Hears of timers even if nobody records the run. */
  readonly timerTracer: Tracer | null;
  readonly mode: CheckpointingMode;
  readonly handover: Handover;
  readonly chooseChannel: (count: number) => number;
}

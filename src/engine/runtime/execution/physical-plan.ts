import type { JobEdge, JobGraph, JobVertex } from "../../graph/job-graph.ts";
import { pointwiseInputs } from "../../graph/pointwise-edges.ts";
import type { StreamNode } from "../../graph/stream-graph.ts";
import { computeDefaultMaxParallelism } from "../../state/key-groups.ts";
import { operatorIdsOf } from "../program/operator-id.ts";
import { runnableOf } from "../program/runnable-transformation.ts";
import type { OperatorIdentity } from "../task/chained-operator.ts";

/** One subtask of a job before it runs. */
export interface PlannedSubtask {
  /** Its number among all subtasks of the job, from 0. */
  readonly index: number;
  readonly vertexIndex: number;
  readonly vertex: JobVertex;
  readonly subtaskIndex: number;
}

/** A job graph, subtask by subtask: who there is, and who is connected with whom. It stays the same over restarts. */
export class PhysicalPlan {
  readonly jobGraph: JobGraph;
  readonly subtasks: readonly PlannedSubtask[];
  readonly #identities: ReadonlyMap<StreamNode, OperatorIdentity>;

  constructor(jobGraph: JobGraph) {
    this.jobGraph = jobGraph;
    const nodes = jobGraph.vertices.flatMap(({ operators }) => operators);
    const ids = operatorIdsOf(nodes);
    this.#identities = new Map(
      nodes.map((node) => [node, { operatorId: ids.get(node) ?? "", name: node.name }]),
    );
    this.subtasks = jobGraph.vertices
      .flatMap((vertex, vertexIndex) =>
        Array.from({ length: vertex.parallelism }, (_, subtaskIndex) => ({
          vertexIndex,
          vertex,
          subtaskIndex,
        })),
      )
      .map((subtask, index) => ({ index, ...subtask }));
  }

  /** Whether any operator works for a time that counts. */
  get takesTime(): boolean {
    return this.jobGraph.vertices.some(({ operators }) =>
      operators.some((node) => runnableOf(node).cost !== null),
    );
  }

  identityOf(node: StreamNode): OperatorIdentity {
    const identity = this.#identities.get(node);
    if (identity === undefined) throw new Error(`${node.name} is not part of the job`);
    return identity;
  }

  /** Returns the number of key groups of an operator. */
  maxParallelismOf(node: StreamNode): number {
    return runnableOf(node).maxParallelism ?? computeDefaultMaxParallelism(node.parallelism);
  }

  /** Returns the subtasks of a task, in order. */
  subtasksOf(vertex: JobVertex): readonly PlannedSubtask[] {
    return this.subtasks.filter((subtask) => subtask.vertex === vertex);
  }

  /** Returns the edges that lead to a task: channels are counted over all of them, those of the first input first. */
  inputsOf({ inputs }: JobVertex): readonly JobEdge[] {
    return inputs.toSorted((one, other) => one.streamEdge.inputIndex - other.streamEdge.inputIndex);
  }

  /** Returns the subtasks that send to a subtask over an edge, in the order of their channels. */
  producersOver(edge: JobEdge, { subtaskIndex }: PlannedSubtask): readonly PlannedSubtask[] {
    const producers = this.subtasksOf(edge.source);
    if (edge.distributionPattern === "ALL_TO_ALL") return producers;
    const range = pointwiseInputs(edge.source.parallelism, edge.target.parallelism)[subtaskIndex];
    return range === undefined ? [] : producers.slice(range.start, range.end + 1);
  }

  /** Returns the subtasks that a subtask sends to over an edge, in the order of its channels. */
  consumersOver(edge: JobEdge, producer: PlannedSubtask): readonly PlannedSubtask[] {
    return this.subtasksOf(edge.target).filter((consumer) =>
      this.producersOver(edge, consumer).includes(producer),
    );
  }

  /** Returns all subtasks that send to a subtask. */
  producersOf(subtask: PlannedSubtask): readonly PlannedSubtask[] {
    return subtask.vertex.inputs.flatMap((edge) => this.producersOver(edge, subtask));
  }
}

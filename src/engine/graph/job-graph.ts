import type { DistributionPattern } from "./partitioning.ts";
import type { StreamEdge, StreamNode } from "./stream-graph.ts";

/** One task of a job, which runs as `parallelism` subtasks: a chain of operators (Flink's `JobVertex`). */
export interface JobVertex {
  /** Such as `Source: orders -> (parse -> write: Writer, count)`. */
  readonly name: string;
  readonly parallelism: number;
  readonly slotSharingGroup: string;
  /** The operators of the chain; the first is its head. */
  readonly operators: readonly StreamNode[];
  readonly inputs: readonly JobEdge[];
  readonly outputs: readonly JobEdge[];
}

/** What flows from one task to another (Flink's `JobEdge`). */
export interface JobEdge {
  readonly source: JobVertex;
  readonly target: JobVertex;
  readonly distributionPattern: DistributionPattern;
  /** The edge between the two operators at its ends. */
  readonly streamEdge: StreamEdge;
}

/** The tasks of a job, each after all those that it reads from (Flink's `JobGraph`). */
export interface JobGraph {
  readonly vertices: readonly JobVertex[];
}

/**
 * Returns the slots that a job needs: for each slot sharing group as many as its task of the largest parallelism
 * has subtasks.
 */
export function requiredSlots({ vertices }: JobGraph): number {
  const slots = new Map<string, number>();
  for (const { slotSharingGroup, parallelism } of vertices) {
    slots.set(slotSharingGroup, Math.max(slots.get(slotSharingGroup) ?? 0, parallelism));
  }
  return [...slots.values()].reduce((sum, count) => sum + count, 0);
}

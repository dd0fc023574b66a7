import type { StreamEdge } from "./stream-graph.ts";

/** Whether a job's operators may be chained at all (`pipeline.operator-chaining.enabled`). */
export type OperatorChaining = "enabled" | "disabled";

/** Tells whether both ends of an edge run in one task (`StreamingJobGraphGenerator:isChainable`). */
export function isChainable(edge: StreamEdge, chaining: OperatorChaining): boolean {
  const { source, target, partitioning } = edge;
  return (
    chaining === "enabled" &&
    target.inEdges.length === 1 &&
    source.slotSharingGroup === target.slotSharingGroup &&
    source.parallelism === target.parallelism &&
    source.chainingStrategy !== "NEVER" &&
    target.chainingStrategy === "ALWAYS" &&
    partitioning.name === "FORWARD"
  );
}

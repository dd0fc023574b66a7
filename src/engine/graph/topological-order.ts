import type { JobVertex } from "./job-graph.ts";

/**
 * Sorts tasks so that each stands behind all that it reads from: the sources first, then along the edges, depth
 * first (`JobGraph:getVerticesSortedTopologicallyFromSources`).
 */
export function sortTopologically(vertices: readonly JobVertex[]): readonly JobVertex[] {
  const sorted: JobVertex[] = vertices.filter(({ inputs }) => inputs.length === 0);
  const remaining = new Set<JobVertex>(vertices.filter(({ inputs }) => inputs.length > 0));
  for (const vertex of sorted) addSuccessors(vertex, sorted, remaining);
  return sorted;
}

function addSuccessors(vertex: JobVertex, sorted: JobVertex[], remaining: Set<JobVertex>): void {
  for (const { target } of vertex.outputs) {
    const waits = target.inputs.some(({ source }) => remaining.has(source));
    if (waits || !remaining.delete(target)) continue;
    sorted.push(target);
    addSuccessors(target, sorted, remaining);
  }
}

import { isChainable } from "./chaining.ts";
import type { OperatorChaining } from "./chaining.ts";
import type { JobEdge, JobGraph, JobVertex } from "./job-graph.ts";
import { distributionPatternOf } from "./partitioning.ts";
import type { StreamEdge, StreamGraph, StreamNode } from "./stream-graph.ts";
import { sortTopologically } from "./topological-order.ts";

interface GrowingVertex extends JobVertex {
  readonly inputs: JobEdge[];
  readonly outputs: JobEdge[];
}

/** A finished chain of operators and the edges that leave it. */
interface Chain {
  readonly name: string;
  readonly operators: readonly StreamNode[];
  readonly outEdges: readonly StreamEdge[];
}

/** Puts the operators of a job into tasks (Flink's `StreamingJobGraphGenerator`). */
export function createJobGraph(streamGraph: StreamGraph, chaining: OperatorChaining): JobGraph {
  const chains = new ChainCollector(chaining);
  for (const source of streamGraph.sources) chains.collect(source);
  const vertices = new Map<StreamNode, GrowingVertex>();
  for (const [head, chain] of chains.byHead) vertices.set(head, createVertex(head, chain));
  for (const [head, { outEdges }] of chains.byHead) {
    for (const edge of outEdges) connect(vertices, head, edge);
  }
  return { vertices: sortTopologically([...vertices.values()]) };
}

function createVertex(
  { parallelism, slotSharingGroup }: StreamNode,
  { name, operators }: Chain,
): GrowingVertex {
  return { name, parallelism, slotSharingGroup, operators, inputs: [], outputs: [] };
}

function connect(
  vertices: ReadonlyMap<StreamNode, GrowingVertex>,
  head: StreamNode,
  streamEdge: StreamEdge,
): void {
  const source = vertices.get(head);
  const target = vertices.get(streamEdge.target);
  if (source === undefined || target === undefined)
    throw new Error("an edge leads into the middle of a chain");
  const distributionPattern = distributionPatternOf(streamEdge.partitioning.name);
  const edge: JobEdge = { source, target, distributionPattern, streamEdge };
  source.outputs.push(edge);
  target.inputs.push(edge);
}

/** Follows the edges of a graph and cuts it into chains; a chain is finished after all those behind it. */
class ChainCollector {
  readonly byHead = new Map<StreamNode, Chain>();
  readonly #chaining: OperatorChaining;

  constructor(chaining: OperatorChaining) {
    this.#chaining = chaining;
  }

  /** Collects the chain that begins with `head`, and all chains behind it. */
  collect(head: StreamNode): void {
    if (!this.byHead.has(head)) this.byHead.set(head, this.#chainFrom(head));
  }

  #chainFrom(node: StreamNode): Chain {
    const chainable = node.outEdges.filter((edge) => isChainable(edge, this.#chaining));
    const leaving = node.outEdges.filter((edge) => !chainable.includes(edge));
    const parts = chainable.map(({ target }) => this.#chainFrom(target));
    for (const { target } of leaving) this.collect(target);
    return {
      name: chainedName(node.name, parts),
      operators: [node, ...parts.flatMap(({ operators }) => operators)],
      outEdges: [...parts.flatMap(({ outEdges }) => outEdges), ...leaving],
    };
  }
}

function chainedName(name: string, parts: readonly Chain[]): string {
  const names = parts.map((part) => part.name).join(", ");
  if (parts.length === 0) return name;
  return parts.length === 1 ? `${name} -> ${names}` : `${name} -> (${names})`;
}

import { UnsupportedOperationException } from "../java/exceptions.ts";
import type { OutputTag } from "../operators/output-tag.ts";
import type { Partitioning } from "./partitioning.ts";
import type { ChainingStrategy, OperatorTransformation, Transformation } from "./transformation.ts";

/** The slot sharing group of what belongs to no other. */
const DEFAULT_SLOT_SHARING_GROUP = "default";

/** One operator of a job, before chaining (Flink's `StreamNode`). */
export interface StreamNode {
  readonly name: string;
  readonly parallelism: number;
  readonly slotSharingGroup: string;
  readonly chainingStrategy: ChainingStrategy;
  readonly transformation: OperatorTransformation;
  readonly inEdges: readonly StreamEdge[];
  readonly outEdges: readonly StreamEdge[];
}

/** What flows from one operator to the next (Flink's `StreamEdge`). */
export interface StreamEdge {
  readonly source: StreamNode;
  readonly target: StreamNode;
  readonly partitioning: Partitioning;
  /** Which side output of the source it carries; `null`: the main output. */
  readonly outputTag: OutputTag<unknown> | null;
  /** Which input of the target it is, from 0; the streams of a union share one. */
  readonly inputIndex: number;
}

interface GrowingNode extends StreamNode {
  readonly inEdges: StreamEdge[];
  readonly outEdges: StreamEdge[];
}

/** A stream that leads to an input. */
interface InputStream {
  readonly node: GrowingNode;
  /** How it is divided; `null` leaves that to the parallelisms. */
  readonly partitioning: Partitioning | null;
  readonly outputTag: OutputTag<unknown> | null;
}

/** The operators of a job and what flows between them (Flink's `StreamGraph`). */
export interface StreamGraph {
  /** In the order in which Flink translates them. */
  readonly nodes: readonly StreamNode[];
  /** In the order in which the program made them. */
  readonly sources: readonly StreamNode[];
}

/**
 * Makes the graph of a program (`StreamGraphGenerator:generate`). The transformations are those of the operators and
 * sinks in the order in which the program names them; sources are found as their inputs.
 * Throws an `UnsupportedOperationException` if `FORWARD` joins operators of different parallelism.
 */
export function generateStreamGraph(transformations: readonly Transformation[]): StreamGraph {
  const nodes = new Map<OperatorTransformation, GrowingNode>();
  for (const transformation of transformations) translate(transformation, nodes);
  const all = [...nodes.values()];
  const sources = all.filter(({ inEdges }) => inEdges.length === 0);
  return { nodes: all, sources: sources.toSorted((a, b) => a.transformation.id - b.transformation.id) };
}

type Nodes = Map<OperatorTransformation, GrowingNode>;

function translate(transformation: Transformation, nodes: Nodes): readonly InputStream[] {
  switch (transformation.kind) {
    case "union":
      return transformation.inputs.flatMap((input) => translate(input, nodes));
    case "partition":
      return translate(transformation.input, nodes).map((stream) => ({
        ...stream,
        partitioning: transformation.partitioning,
      }));
    case "side-output":
      return translate(transformation.input, nodes).map((stream) => ({
        ...stream,
        outputTag: transformation.outputTag,
      }));
    case "operator": {
      const node = nodes.get(transformation) ?? addNode(transformation, nodes);
      return [{ node, partitioning: null, outputTag: null }];
    }
  }
}

function addNode(transformation: OperatorTransformation, nodes: Nodes): GrowingNode {
  const inputs = transformation.inputs.map((input) => translate(input, nodes));
  const { name, parallelism, chainingStrategy } = transformation;
  const slotSharingGroup = transformation.slotSharingGroup ?? inheritedSlotSharingGroup(inputs.flat());
  const node: GrowingNode = {
    name,
    parallelism,
    chainingStrategy,
    slotSharingGroup,
    transformation,
    inEdges: [],
    outEdges: [],
  };
  nodes.set(transformation, node);
  for (const [inputIndex, streams] of inputs.entries()) {
    for (const stream of streams) addEdge(stream, node, inputIndex);
  }
  return node;
}

function inheritedSlotSharingGroup(inputs: readonly InputStream[]): string {
  const groups = new Set(inputs.map(({ node }) => node.slotSharingGroup));
  const [group] = groups;
  return group === undefined || groups.size > 1 ? DEFAULT_SLOT_SHARING_GROUP : group;
}

function addEdge(stream: InputStream, target: GrowingNode, inputIndex: number): void {
  const { node: source, partitioning, outputTag } = stream;
  const isSameParallelism = source.parallelism === target.parallelism;
  if (partitioning?.name === "FORWARD" && !isSameParallelism) {
    throw new UnsupportedOperationException(
      `Forward partitioning does not allow change of parallelism. Upstream operation: ${source.name} ` +
        `parallelism: ${source.parallelism}, downstream operation: ${target.name} ` +
        `parallelism: ${target.parallelism} You must use another partitioning strategy, such as broadcast, ` +
        "rebalance, shuffle or global.",
    );
  }
  const chosen: Partitioning = partitioning ?? { name: isSameParallelism ? "FORWARD" : "REBALANCE" };
  const edge: StreamEdge = { source, target, partitioning: chosen, outputTag, inputIndex };
  source.outEdges.push(edge);
  target.inEdges.push(edge);
}

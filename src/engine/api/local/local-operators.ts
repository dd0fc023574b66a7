import type { StreamEdge, StreamGraph, StreamNode } from "../../graph/stream-graph.ts";
import { LONG_MAX } from "../../java/long.ts";
import type { Output } from "../../operators/output.ts";
import type { StreamOperator } from "../../operators/stream-operator.ts";
import type {
  CreatedOperator,
  OperatorFactory,
  TaskOperatorParameters,
} from "../../runtime/program/operator-factory.ts";
import { runnableOf } from "../../runtime/program/runnable-transformation.ts";
import type { SourceStreamOperator } from "../../runtime/source/source-stream-operator.ts";
import { ChainedOperator } from "../../runtime/task/chained-operator.ts";
import { ChainingOutput, CopyingChainingOutput } from "../../runtime/task/chaining-output.ts";
import { outputTo } from "../../runtime/task/fan-out-output.ts";
import { type InputPort, portsOf } from "../../runtime/task/input-port.ts";
import { OperatorEnvironment, type TaskServices } from "../../runtime/task/operator-environment.ts";
import type { Handover } from "../../runtime/task/record-writer-output.ts";
import { computeDefaultMaxParallelism } from "../../state/key-groups.ts";
import { unionPorts } from "./union-input.ts";

/** A source of a job in one thread. */
export interface LocalSource {
  readonly operator: SourceStreamOperator;
  readonly chained: ChainedOperator;
  readonly node: StreamNode;
  /** Tells everything behind it that no more elements come. */
  readonly endEventTime: () => void;
}

/** The operators of a job, one instance of each, linked by plain calls. */
export class LocalOperators {
  /** Each behind all that it gets its elements from. */
  readonly operators: ReadonlyMap<StreamNode, ChainedOperator>;
  readonly sources: readonly LocalSource[];
  /** Those that may be unable to take more input for a while. */
  readonly blocking: readonly ChainedOperator[];
  readonly #ports = new Map<StreamEdge, InputPort>();
  readonly #services: TaskServices;
  readonly #handover: Handover;

  constructor(graph: StreamGraph, services: TaskServices, handover: Handover) {
    this.#services = services;
    this.#handover = handover;
    const built: [StreamNode, ChainedOperator][] = [];
    const sources: LocalSource[] = [];
    const blocking: ChainedOperator[] = [];
    for (const node of graph.nodes.toReversed()) {
      const output = outputTo(
        node.outEdges.map((edge) => ({ outputTag: edge.outputTag, output: this.#outputOf(edge) })),
      );
      const { chained, source, waits } = this.#build(node, output);
      built.push([node, chained]);
      if (waits) blocking.push(chained);
      if (source === null) continue;
      sources.push({ operator: source, chained, node, endEventTime: () => output.emitWatermark(LONG_MAX) });
    }
    this.operators = new Map(built.toReversed());
    this.blocking = blocking;
    this.sources = sources.toSorted(
      (left, right) => left.node.transformation.id - right.node.transformation.id,
    );
  }

  #outputOf(edge: StreamEdge): Output<unknown> {
    const port = this.#ports.get(edge);
    if (port === undefined) throw new Error(`${edge.target.name} stands before ${edge.source.name}`);
    return this.#handover === "copy" ? new CopyingChainingOutput(port) : new ChainingOutput(port);
  }

  #build(node: StreamNode, output: Output<unknown>): BuiltOperator {
    const runnable = runnableOf(node);
    const taskInfo = {
      indexOfThisSubtask: 0,
      numberOfParallelSubtasks: 1,
      maxNumberOfParallelSubtasks: runnable.maxParallelism ?? computeDefaultMaxParallelism(1),
    };
    const instance = { taskInfo, keyType: runnable.keyType, restored: null, tracer: null, timerTracer: null };
    const environment = new OperatorEnvironment(this.#services, instance);
    const { created, inputs, source } = create(runnable.factory, environment.parametersFor(output));
    for (const [index, input] of inputs.entries()) this.#link(node, index, input);
    const identity = { operatorId: String(runnable.id), name: node.name };
    const chained = new ChainedOperator(identity, environment, created, "new");
    return { chained, source, waits: created.pendingWork !== undefined };
  }

  #link(node: StreamNode, inputIndex: number, input: InputPort): void {
    const edges = node.inEdges.filter((edge) => edge.inputIndex === inputIndex);
    const ports = edges.length === 1 ? [input] : unionPorts(input, edges.length);
    for (const [index, edge] of edges.entries()) this.#ports.set(edge, ports[index] ?? input);
  }
}

interface BuiltOperator {
  readonly chained: ChainedOperator;
  readonly source: SourceStreamOperator | null;
  readonly waits: boolean;
}

interface Created {
  readonly created: CreatedOperator<StreamOperator>;
  readonly inputs: readonly InputPort[];
  readonly source: SourceStreamOperator | null;
}

function create(factory: OperatorFactory, parameters: TaskOperatorParameters): Created {
  switch (factory.inputs) {
    case 0: {
      const created = factory.create(parameters);
      return { created, inputs: [], source: created.operator };
    }
    case 1: {
      const created = factory.create(parameters);
      return { created, inputs: [created.operator], source: null };
    }
    case 2: {
      const created = factory.create(parameters);
      return { created, inputs: portsOf(created.operator), source: null };
    }
  }
}

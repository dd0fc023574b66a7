import type { StreamEdge, StreamNode } from "../../graph/stream-graph.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { Output } from "../../operators/output.ts";
import type { TaskInfo } from "../../operators/runtime-context.ts";
import type { StreamOperator } from "../../operators/stream-operator.ts";
import type { Tracer } from "../../trace/tracer.ts";
import { MeteredOutput } from "../metrics/metered-output.ts";
import { MeteredPort } from "../metrics/metered-port.ts";
import type { OperatorMeter } from "../metrics/operator-meter.ts";
import type {
  CreatedOperator,
  OperatorFactory,
  TaskOperatorParameters,
} from "../program/operator-factory.ts";
import { runnableOf, type RunnableTransformation } from "../program/runnable-transformation.ts";
import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import { ChainedOperator, type OperatorIdentity } from "./chained-operator.ts";
import { ChainingOutput, CopyingChainingOutput } from "./chaining-output.ts";
import { outputTo } from "./fan-out-output.ts";
import { CostlyPort, type InputPort, portsOf, TracedPort } from "./input-port.ts";
import { OperatorChain } from "./operator-chain.ts";
import { OperatorEnvironment, type TaskServices } from "./operator-environment.ts";
import type { Handover } from "./record-writer-output.ts";

/** What a chain is made with. */
export interface ChainSurroundings {
  readonly services: TaskServices;
  readonly identityOf: (node: StreamNode) => OperatorIdentity;
  readonly taskInfoOf: (node: StreamNode) => TaskInfo;
  /** Returns the output for an edge that leaves the chain. */
  readonly writerOf: (edge: StreamEdge) => Output<unknown>;
  /** Returns what an operator is restored from; `null` if nothing is known of it. */
  readonly restored: (operatorId: string) => OperatorSubtaskState | null;
  readonly tracerOf: (identity: OperatorIdentity) => Tracer | null;
  readonly timerTracer: Tracer | null;
  readonly meterOf: (identity: OperatorIdentity) => OperatorMeter | null;
  /** Takes note that the task works for so many microseconds. */
  readonly charge: (micros: number) => void;
  readonly handover: Handover;
}

/** Makes the operators of a chain, of which the first is the head. */
export function buildChain(nodes: readonly StreamNode[], surroundings: ChainSurroundings): OperatorChain {
  const [head] = nodes;
  if (head === undefined) throw new Error("a chain has at least one operator");
  const builder = new ChainBuilder(nodes, surroundings);
  const { inputs, source } = builder.build(head);
  return new OperatorChain(builder.operators.toReversed(), inputs, source);
}

interface BuiltOperator {
  readonly inputs: readonly InputPort[];
  readonly source: SourceStreamOperator | null;
}

function createOperator(
  factory: OperatorFactory,
  parameters: TaskOperatorParameters,
): BuiltOperator & { readonly created: CreatedOperator<StreamOperator> } {
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

/** Makes the operators of a chain, each after those that it sends to. */
class ChainBuilder {
  readonly operators: ChainedOperator[] = [];
  readonly #nodes: readonly StreamNode[];
  readonly #surroundings: ChainSurroundings;

  constructor(nodes: readonly StreamNode[], surroundings: ChainSurroundings) {
    this.#nodes = nodes;
    this.#surroundings = surroundings;
  }

  build(node: StreamNode): BuiltOperator {
    const output = outputTo(
      node.outEdges.map((edge) => ({ outputTag: edge.outputTag, output: this.#outputOf(edge) })),
    );
    const { services, identityOf, taskInfoOf, restored, tracerOf, timerTracer, meterOf } = this.#surroundings;
    const runnable = runnableOf(node);
    const identity = identityOf(node);
    const tracer = tracerOf(identity);
    const meter = meterOf(identity);
    const instance = {
      taskInfo: taskInfoOf(node),
      keyType: runnable.keyType,
      restored: restored(identity.operatorId),
      tracer,
      timerTracer,
    };
    const environment = new OperatorEnvironment(services, instance);
    const parameters = environment.parametersFor(meter === null ? output : new MeteredOutput(output, meter));
    const { created, ...built } = createOperator(runnable.factory, parameters);
    const start = instance.restored === null ? "new" : "restored";
    this.operators.push(new ChainedOperator(identity, environment, created, start));
    const inputs = meter === null ? built.inputs : meteredPorts(built.inputs, meter, environment);
    return this.#observed({ ...built, inputs }, runnable, tracer);
  }

  #outputOf(edge: StreamEdge): Output<unknown> {
    if (!this.#nodes.includes(edge.target)) return this.#surroundings.writerOf(edge);
    const [input] = this.build(edge.target).inputs;
    if (input === undefined) throw new Error(`${edge.target.name} is chained and has no input`);
    return this.#surroundings.handover === "copy"
      ? new CopyingChainingOutput(input)
      : new ChainingOutput(input);
  }

  /** What watches the inputs costs something only where there is something to watch. */
  #observed(built: BuiltOperator, { cost }: RunnableTransformation, tracer: Tracer | null): BuiltOperator {
    const { charge } = this.#surroundings;
    const inputs = built.inputs
      .map((port) => (cost === null ? port : new CostlyPort(port, cost, charge)))
      .map((port, input) => (tracer === null ? port : new TracedPort(port, tracer, input)));
    return { ...built, inputs };
  }
}

function meteredPorts(
  ports: readonly InputPort[],
  meter: OperatorMeter,
  { keyedStateBackend }: OperatorEnvironment,
): readonly InputPort[] {
  return ports.map((port) => new MeteredPort(port, meter, keyedStateBackend));
}

import type { StreamEdge } from "../../graph/stream-graph.ts";
import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { Output } from "../../operators/output.ts";
import type { InputChannel } from "../network/input-channel.ts";
import { buildChain } from "./chain-builder.ts";
import { finishedChain } from "./finished-chain.ts";
import type { OperatorChain } from "./operator-chain.ts";
import type { TaskServices } from "./operator-environment.ts";
import type { OutgoingEdge } from "./outgoing-edge.ts";
import { TaskCheckpoints } from "./task-checkpoints.ts";
import { type EventListener, TaskInputs } from "./task-inputs.ts";
import type { TaskPlan } from "./task-plan.ts";
import type { TaskSnapshot } from "./task-snapshot.ts";

/** What a running subtask consists of. */
export interface TaskParts {
  readonly chain: OperatorChain;
  readonly inputs: TaskInputs;
  readonly edges: readonly OutgoingEdge[];
  readonly checkpoints: TaskCheckpoints;
  /** What it reads from, by number. */
  readonly channels: readonly InputChannel[];
}

/** What the parts of a subtask may ask of it. */
export interface TaskHost {
  readonly events: EventListener;
  readonly services: TaskServices;
  readonly charge: (micros: number) => void;
  readonly takeSnapshot: (checkpointId: number) => ReadonlyMap<string, OperatorSubtaskState>;
  readonly acknowledge: (checkpointId: number, snapshot: TaskSnapshot) => void;
}

/** Opens the operators of a subtask, and sends on what a snapshot has of its edges. */
export function openTask({ chain, edges }: TaskParts, plan: TaskPlan): void {
  const { start } = plan;
  traceDeployment(plan);
  chain.initializeStateAndOpen();
  if (start.type !== "restored") return;
  for (const [index, edge] of edges.entries()) edge.restore(start.inFlight.outputs[index] ?? []);
}

function traceDeployment({ start, vertex, attempt, producers, tracerOf }: TaskPlan): void {
  const tracer = tracerOf(vertex.name);
  const operators = vertex.operators.map(({ name }) => name);
  tracer?.record({ type: "deploy", attempt, operators, producers: producers() });
  if (start.type === "restored") tracer?.record({ type: "restore", checkpointId: start.checkpointId });
}

/** Whether a subtask is stuck until somebody reads what it has sent. */
export function isStuck({ edges }: TaskParts): boolean {
  for (const edge of edges) if (edge.isExhausted()) return true;
  return false;
}

/** Whether a subtask may begin with another element. */
export function hasRoom({ edges, chain }: TaskParts): boolean {
  for (const edge of edges) if (!edge.isAvailable()) return false;
  return chain.isAvailable();
}

/** Returns the entries of state, timers and buffers that a subtask holds. */
export function allocationsOf({ chain, channels }: TaskParts): number {
  return chain.allocations() + channels.reduce((sum, { queueLength }) => sum + queueLength, 0);
}

/** Puts a subtask together: its edges, then the chain that sends through them, then what feeds the chain. */
export function assembleTask(plan: TaskPlan, host: TaskHost): TaskParts {
  const opened = new Map(plan.edges.map(({ streamEdge, open }) => [streamEdge, open()]));
  const edges = [...opened.values()];
  const chain = makeChain(plan, host, opened);
  const inputGates = plan.gates();
  const channels = inputGates.flatMap(({ gates }) => gates.flatMap((gate) => gate.channels));
  const checkpoints = new TaskCheckpoints({
    prepareSnapshot: (checkpointId) => chain.prepareSnapshotPreBarrier(checkpointId),
    takeSnapshot: (checkpointId) => host.takeSnapshot(checkpointId),
    notifyAborted: (checkpointId) => chain.notifyCheckpointAborted(checkpointId),
    acknowledge: (checkpointId, snapshot) => host.acknowledge(checkpointId, snapshot),
    edges,
    channels,
    numChannels: plan.numChannels,
    mode: plan.mode,
    processingTimeService: host.services.processingTimeService,
    mail: host.services.mail,
    tracer: plan.tracerOf(plan.vertex.name),
  });
  const inputs = new TaskInputs(inputGates, chain.inputs, host.events, plan.chooseChannel);
  return { chain, inputs, edges, checkpoints, channels };
}

function makeChain(
  plan: TaskPlan,
  host: TaskHost,
  opened: ReadonlyMap<StreamEdge, OutgoingEdge>,
): OperatorChain {
  const { vertex, start, identityOf, taskInfoOf, tracerOf, handover } = plan;
  if (start.type === "finished") return finishedChain(vertex, [...opened.values()]);
  return buildChain(vertex.operators, {
    services: host.services,
    identityOf,
    taskInfoOf,
    writerOf: (edge) => writerOf(edge, opened),
    restored: (operatorId) => (start.type === "restored" ? (start.operators.get(operatorId) ?? null) : null),
    tracerOf: ({ name }) => tracerOf(name),
    timerTracer: plan.timerTracer,
    meterOf: plan.meterOf,
    charge: (micros) => host.charge(micros),
    handover,
  });
}

function writerOf(edge: StreamEdge, opened: ReadonlyMap<StreamEdge, OutgoingEdge>): Output<unknown> {
  const outgoing = opened.get(edge);
  if (outgoing === undefined)
    throw new Error(`no edge leads from ${edge.source.name} to ${edge.target.name}`);
  return outgoing.output;
}

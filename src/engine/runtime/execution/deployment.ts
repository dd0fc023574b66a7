import { resultPartitionBuffers } from "../../cluster/network-buffers.ts";
import type { JobEdge } from "../../graph/job-graph.ts";
import type { TracedSubtask } from "../../trace/trace-event.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { InputChannel } from "../network/input-channel.ts";
import { InputGate } from "../network/input-gate.ts";
import type { NetworkOptions } from "../network/network-options.ts";
import { ResultPartition } from "../network/result-partition.ts";
import { TaskQueue } from "../network/task-queue.ts";
import type { Interleaving } from "../schedule/interleaving.ts";
import { DirectEdge, type DirectReceiver } from "../task/direct-edge.ts";
import { NetworkEdge } from "../task/network-edge.ts";
import type { OutgoingEdge } from "../task/outgoing-edge.ts";
import type { Handover } from "../task/record-writer-output.ts";
import type { StreamTask } from "../task/stream-task.ts";
import type { InputGates } from "../task/task-inputs.ts";
import type { PlannedEdge } from "../task/task-plan.ts";
import { routingOf } from "./channel-selectors.ts";
import { traceReads, traceSends } from "./network-trace.ts";
import type { PhysicalPlan, PlannedSubtask } from "./physical-plan.ts";
import type { TaskStarts } from "./task-starts.ts";

/** How elements get from task to task: through buffers, or where it makes no difference by plain calls. */
export type Exchange = "buffered" | "direct";

/** What connects the subtasks of one attempt. */
export interface DeploymentOptions {
  readonly clock: VirtualClock;
  readonly network: NetworkOptions;
  readonly interleaving: Interleaving;
  readonly exchange: Exchange;
  readonly handover: Handover;
  /** Returns the attempt of a subtask that is deployed now. */
  readonly taskOf: (subtask: PlannedSubtask) => StreamTask;
  readonly wake: (task: StreamTask) => void;
}

/** The channels of subtasks that are deployed together: made anew at every attempt. */
export class Deployment {
  readonly #plan: PhysicalPlan;
  readonly #starts: TaskStarts;
  readonly #options: DeploymentOptions;
  readonly #gates = new Map<PlannedSubtask, ReadonlyMap<JobEdge, InputGate>>();

  constructor(plan: PhysicalPlan, starts: TaskStarts, options: DeploymentOptions) {
    this.#plan = plan;
    this.#starts = starts;
    this.#options = options;
  }

  /** Makes the gates of a subtask; to be done for all before anybody is connected. */
  makeGates(subtask: PlannedSubtask): void {
    const { network, wake, taskOf } = this.#options;
    // What still happens on channels of an attempt that is over must not reach the next one.
    const task = taskOf(subtask);
    const taskQueue = new TaskQueue();
    const tracer = task.plan.tracerOf(subtask.vertex.name);
    const gates = new Map<JobEdge, InputGate>();
    let channels = 0;
    for (const edge of this.#plan.inputsOf(subtask.vertex)) {
      const producers = this.#plan.producersOver(edge, subtask).length;
      const gate = new InputGate(producers, channels, network, {
        onData: () => wake(task),
        onBufferRead: traceReads(tracer),
        onPriorityEvent: (channel, buffer) => {
          task.mail(() => task.events.onPriorityEvent(buffer, channel.index));
        },
        taskQueue,
      });
      gates.set(edge, gate);
      channels += producers;
    }
    this.#gates.set(subtask, gates);
    this.#restoreInputs(subtask, gates);
  }

  /** Returns the gates of a subtask by the inputs that they lead to. */
  inputGatesOf(subtask: PlannedSubtask): readonly InputGates[] {
    const gates = [...this.#gatesOf(subtask)];
    const inputs = [...new Set(gates.map(([edge]) => edge.streamEdge.inputIndex))];
    return inputs.map((inputIndex) => ({
      inputIndex,
      gates: gates.filter(([edge]) => edge.streamEdge.inputIndex === inputIndex).map(([, gate]) => gate),
    }));
  }

  /** Returns who sends to a subtask, by channel. */
  producersOf(subtask: PlannedSubtask): readonly TracedSubtask[] {
    return this.#plan
      .inputsOf(subtask.vertex)
      .flatMap((edge) => this.#plan.producersOver(edge, subtask))
      .map(({ vertex, subtaskIndex }) => ({ task: vertex.name, subtask: subtaskIndex }));
  }

  /** Returns the edges that leave a subtask. */
  edgesOf(subtask: PlannedSubtask): readonly PlannedEdge[] {
    return subtask.vertex.outputs.map((edge) => ({
      streamEdge: edge.streamEdge,
      open: () => this.#open(edge, subtask),
    }));
  }

  #open(edge: JobEdge, subtask: PlannedSubtask): OutgoingEdge {
    const consumers = this.#plan.consumersOver(edge, subtask);
    const [only] = consumers;
    if (only !== undefined && this.#isDirect(edge)) return new DirectEdge(this.#receiverOf(only));
    const { clock, handover, interleaving } = this.#options;
    const task = this.#options.taskOf(subtask);
    const channels = consumers.map((consumer) => this.#channelTo(consumer, edge, subtask));
    const partition = new ResultPartition(channels, this.#partitionOptions(channels.length), clock, {
      onBufferSent: traceSends(task.plan.tracerOf(subtask.vertex.name), consumers),
      onAvailable: () => this.#options.wake(task),
      onAllDataProcessed: () => task.mail(() => {}),
    });
    const routing = routingOf(edge.streamEdge.partitioning, {
      numberOfChannels: channels.length,
      maxParallelism: this.#starts.maxParallelismOf(edge.streamEdge.target),
      random: interleaving.random,
    });
    return new NetworkEdge(partition, routing, handover, clock);
  }

  /** One sender and one receiver that hears of nobody else: there is nothing to wait for. */
  #isDirect({ source, target }: JobEdge): boolean {
    const isSingle = source.parallelism === 1 && target.parallelism === 1 && target.inputs.length === 1;
    return this.#options.exchange === "direct" && isSingle;
  }

  #receiverOf(consumer: PlannedSubtask): DirectReceiver {
    return this.#options.taskOf(consumer);
  }

  #channelTo(consumer: PlannedSubtask, edge: JobEdge, producer: PlannedSubtask): InputChannel {
    const position = this.#plan.producersOver(edge, consumer).indexOf(producer);
    const channel = this.#gatesOf(consumer).get(edge)?.channels[position];
    if (channel === undefined)
      throw new Error(`${consumer.vertex.name} has no channel from ${producer.vertex.name}`);
    return channel;
  }

  #partitionOptions(channels: number) {
    const { network } = this.#options;
    return {
      poolSize: resultPartitionBuffers(channels, network).max,
      overdraft: network.maxOverdraftBuffersPerGate,
      recordsPerBuffer: network.recordsPerBuffer,
      bufferTimeout: network.bufferTimeout,
    };
  }

  #restoreInputs(subtask: PlannedSubtask, gates: ReadonlyMap<JobEdge, InputGate>): void {
    const start = this.#starts.startOf(subtask);
    if (start.type !== "restored") return;
    for (const channel of [...gates.values()].flatMap(({ channels }) => channels)) {
      channel.restore(start.inFlight.inputs[channel.index] ?? []);
    }
  }

  #gatesOf(subtask: PlannedSubtask): ReadonlyMap<JobEdge, InputGate> {
    return this.#gates.get(subtask) ?? new Map<JobEdge, InputGate>();
  }
}

import type { ChannelSelector } from "../../graph/channel-selector.ts";
import type { JobEdge, JobVertex } from "../../graph/job-graph.ts";
import type { DistributionPattern } from "../../graph/partitioning.ts";
import { pointwiseInputs } from "../../graph/pointwise-edges.ts";
import { UnsupportedOperationException } from "../../java/exceptions.ts";
import type { ChannelElement } from "../network/buffer.ts";
import { StreamEvent } from "../network/stream-event.ts";
import type { InFlightState } from "../task/task-snapshot.ts";
import { routingOf } from "./channel-selectors.ts";
import type { PhysicalPlan } from "./physical-plan.ts";

/** What was under way, by task, and how records find their way among the new subtasks. */
export interface InFlightBefore {
  readonly plan: PhysicalPlan;
  /** Returns what was under way at each subtask of a task; nothing for a task that was not there. */
  readonly of: (vertex: JobVertex) => readonly InFlightState[];
  /** Returns how the inputs of a task were connected: what is chosen for the user depends on the parallelisms. */
  readonly connectionsOf: (vertex: JobVertex) => readonly DistributionPattern[];
  /** Returns the number of key groups of the first operator of a task. */
  readonly maxParallelismOf: (vertex: JobVertex) => number;
}

type Channels = ChannelElement[][];

/**
 * Deals out what was under way to the subtasks of tasks whose parallelism has changed: each record lies in front of the
 * subtask that its partitioner sends it to now (what Flink's `TaskStateAssignment` does with channel state). Records of
 * one channel that go to the same subtask keep their order. What was said about time is left out: it begins anew.
 * Throws an UnsupportedOperationException for records that go to everybody: some may have them already.
 */
export function rescaleInFlight(before: InFlightBefore): ReadonlyMap<JobVertex, readonly InFlightState[]> {
  const { vertices } = before.plan.jobGraph;
  return new Map(
    vertices.map((vertex) => {
      const subtasks = inputsAfter(before, vertex);
      return [vertex, subtasks.map((inputs) => ({ inputs, outputs: [] }))];
    }),
  );
}

/** Returns what lies in front of each subtask of a task, by channel. */
function inputsAfter(before: InFlightBefore, vertex: JobVertex): readonly Channels[] {
  const { plan } = before;
  const subtasks: readonly Channels[] = plan.subtasksOf(vertex).map(() => []);
  const edges = plan.inputsOf(vertex);
  for (const [position, edge] of edges.entries()) {
    const after = new EdgeAfter(before, edge, subtasks);
    for (const { element, producer, consumer } of elementsOn(before, edge, edges.slice(0, position))) {
      after.add(element, producer, consumer);
    }
    after.end();
  }
  return subtasks;
}

/** A record that was on its way from one subtask to another, by their numbers of then. */
interface TravellingElement {
  readonly element: ChannelElement;
  readonly producer: number;
  readonly consumer: number;
}

function* elementsOn(
  before: InFlightBefore,
  edge: JobEdge,
  edgesBefore: readonly JobEdge[],
): Iterable<TravellingElement> {
  const senders = before.of(edge.source);
  const outgoing = edge.source.outputs.indexOf(edge);
  for (const [consumer, { inputs }] of before.of(edge.target).entries()) {
    const first = edgesBefore.reduce((sum, other) => sum + producersThen(before, other, consumer).length, 0);
    for (const [channel, producer] of producersThen(before, edge, consumer).entries()) {
      const unsent = senders[producer]?.outputs[outgoing]?.[placeThen(before, edge, { producer, consumer })];
      const records = [...(inputs[first + channel] ?? []), ...(unsent ?? [])].filter(isRecord);
      for (const element of records) yield { element, producer, consumer };
    }
  }
}

function isRecord({ value }: ChannelElement): boolean {
  return !(value instanceof StreamEvent);
}

/** Returns who sent to a subtask over an edge, in the order of its channels. */
function producersThen(before: InFlightBefore, edge: JobEdge, consumer: number): readonly number[] {
  const producers = Array.from({ length: before.of(edge.source).length }, (_, index) => index);
  const connection = before.connectionsOf(edge.target)[before.plan.inputsOf(edge.target).indexOf(edge)];
  if (connection === "ALL_TO_ALL") return producers;
  const range = pointwiseInputs(producers.length, before.of(edge.target).length)[consumer];
  return range === undefined ? [] : producers.slice(range.start, range.end + 1);
}

/** Returns the number of a consumer among those that a producer sent to. */
function placeThen(
  before: InFlightBefore,
  edge: JobEdge,
  { producer, consumer }: Pick<TravellingElement, "producer" | "consumer">,
): number {
  let place = 0;
  for (let other = 0; other < consumer; other++) {
    if (producersThen(before, edge, other).includes(producer)) place += 1;
  }
  return place;
}

/** An edge between the subtasks of now. */
class EdgeAfter {
  readonly #plan: PhysicalPlan;
  readonly #edge: JobEdge;
  readonly #subtasks: readonly Channels[];
  readonly #selector: ChannelSelector<unknown> | "broadcast" | "pointwise";
  /** The first channel of the edge at each subtask. */
  readonly #first: readonly number[];

  constructor({ plan, maxParallelismOf }: InFlightBefore, edge: JobEdge, subtasks: readonly Channels[]) {
    this.#plan = plan;
    this.#edge = edge;
    this.#subtasks = subtasks;
    this.#first = subtasks.map(({ length }) => length);
    const selection = {
      numberOfChannels: subtasks.length,
      maxParallelism: maxParallelismOf(edge.target),
      random: () => 0,
    };
    this.#selector =
      edge.distributionPattern === "POINTWISE"
        ? "pointwise"
        : routingOf(edge.streamEdge.partitioning, selection);
  }

  add(element: ChannelElement, producer: number, consumer: number): void {
    const target = this.#targetOf(element.value, consumer);
    const producers = this.#producersOf(target);
    const channel = (this.#first[target] ?? 0) + (producer % producers);
    const channels = this.#subtasks[target] ?? [];
    while (channels.length <= channel) channels.push([]);
    channels[channel]?.push(element);
  }

  /** Nothing comes any more: the channels of the next edge begin behind those of this one. */
  end(): void {
    for (const [target, channels] of this.#subtasks.entries()) {
      const end = (this.#first[target] ?? 0) + this.#producersOf(target);
      while (channels.length < end) channels.push([]);
    }
  }

  #targetOf(value: unknown, consumer: number): number {
    if (this.#selector === "pointwise") return consumer % this.#subtasks.length;
    if (this.#selector !== "broadcast") return this.#selector.selectChannel(value);
    throw new UnsupportedOperationException(
      `The parallelism of ${this.#edge.target.name} cannot change with broadcast data in flight: take a savepoint instead.`,
    );
  }

  #producersOf(target: number): number {
    const subtask = this.#plan.subtasksOf(this.#edge.target)[target];
    return subtask === undefined ? 0 : this.#plan.producersOver(this.#edge, subtask).length;
  }
}
